import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix

/// Answers every request with the same sent message, after all of it has come.
final class CallServer: ChannelInboundHandler, Sendable {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private static let body = ByteBuffer(
        string: """
            {"success":true,"message":"Message sent.","data":{"status":"sent","tracking_id":"tx_767fd2faca0f4037b2a2bbcb91e5735f",\
            "device_id":1,"template_id":12,"phone":"8801617738431","variant_index":0,"wa_message_id":"3EB0C431C26A1916E07E",\
            "sent_at":"2026-05-01T03:38:07.165Z"}}
            """
    )

    /// Listens on loopback, prints the port, and serves until the process is ended.
    static func run() async throws {
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup(numberOfThreads: 1))
            .serverChannelOption(.backlog, value: 256)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(CallServer())
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        // Not by `print`, which keeps it where the output is a file.
        FileHandle.standardOutput.write(Data("\(channel.localAddress?.port ?? 0)\n".utf8))
        try await channel.closeFuture.get()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .end = unwrapInboundIn(data) else { return }
        let headers: HTTPHeaders = [
            "Date": "Fri, 01 May 2026 03:38:07 GMT", "Content-Type": "application/json; charset=utf-8",
            "Content-Length": "\(Self.body.readableBytes)", "X-Request-Id": "req_01HWZ3R7C5", "X-RateLimit-Limit": "30",
            "X-RateLimit-Remaining": "29", "Cache-Control": "no-store", "Server": "bench",
        ]
        context.write(
            wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: .ok, headers: headers))),
            promise: nil
        )
        context.write(wrapOutboundOut(.body(.byteBuffer(Self.body))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
}
