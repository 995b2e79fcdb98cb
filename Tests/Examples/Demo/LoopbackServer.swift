import NIOCore
import NIOHTTP1
import NIOPosix

/// A web server of the smallest kind, on a free port of 127.0.0.1: it hands over each request's header fields and the
/// body's bytes as they came, and answers with a status.
///
/// A webhook needs nothing more from a framework.
struct LoopbackServer {
    typealias Answer = @Sendable (_ headers: HTTPHeaders, _ body: [UInt8]) async throws -> Int
    private typealias Connection = NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>

    /// Serves while `visit` runs; an error of `answer` becomes a 500.
    static func run(answer: @escaping Answer, while visit: (_ url: String) async throws -> Void) async throws {
        let server = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .bind(host: "127.0.0.1", port: 0) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    return try Connection(wrappingChannelSynchronously: channel)
                }
            }
        let port = server.channel.localAddress?.port ?? 0
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await server.executeThenClose { connections in
                    try await serve(connections, answer)
                }
            }
            try await visit("http://127.0.0.1:\(port)")
            group.cancelAll()
        }
    }

    private static func serve(_ connections: NIOAsyncChannelInboundStream<Connection>, _ answer: @escaping Answer)
        async throws
    {
        try await withThrowingDiscardingTaskGroup { group in
            for try await connection in connections {
                group.addTask { try? await serve(connection, answer) }
            }
        }
    }

    private static func serve(_ connection: Connection, _ answer: Answer) async throws {
        try await connection.executeThenClose { parts, writer in
            var headers = HTTPHeaders()
            var body: [UInt8] = []
            for try await part in parts {
                switch part {
                case .head(let head): (headers, body) = (head.headers, [])
                case .body(let bytes): body += bytes.readableBytesView
                case .end:
                    let status = (try? await answer(headers, body)) ?? 500
                    let head = HTTPResponseHead(
                        version: .http1_1,
                        status: .init(statusCode: status),
                        headers: ["Content-Length": "0"]
                    )
                    try await writer.write(.head(head))
                    try await writer.write(.end(nil))
                }
            }
        }
    }
}
