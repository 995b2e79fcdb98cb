#if os(Linux)
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A TLS server on 127.0.0.1 that answers whatever it reads with 200.
final class TLSPeer: Sendable {
    let port: Int
    private let channel: any Channel
    private let count: Counter

    /// Counts the connections that were made.
    private final class Counter: Sendable {
        let value = Atomic(0)
    }

    private final class Answering: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            let answer = ByteBuffer(string: "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
            context.writeAndFlush(NIOAny(answer), promise: nil)
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            context.close(promise: nil)
        }
    }

    /// Ends the stream when the client says hello.
    private final class Hanging: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            context.close(promise: nil)
        }
    }

    /// Starts a server with one certificate, which no system trusts.
    convenience init() async throws {
        try await self.init { _ in .nameAndAddress }
    }

    /// Starts a server.
    ///
    /// - Parameter identity: What a connection shows, by its number; nil ends it in the handshake.
    init(showing identity: @escaping @Sendable (Int) -> TLSIdentity?) async throws {
        let count = Counter()
        let contexts = Contexts()
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: 1_024)
            .childChannelInitializer { channel in
                let index = count.value.add(1, ordering: .relaxed).oldValue
                return channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    guard let identity = identity(index) else { return try pipeline.addHandler(Hanging()) }
                    let tls = try contexts.context(of: identity)
                    try pipeline.addHandlers(NIOSSLServerHandler(context: tls), Answering())
                }
            }
            .bind(host: "127.0.0.1", port: 0)
            .get()
        port = channel.localAddress?.port ?? 0
        self.count = count
    }

    /// Makes each identity's TLS once.
    private final class Contexts: Sendable {
        private let made = Mutex<[String: NIOSSLContext]>([:])

        func context(of identity: TLSIdentity) throws -> NIOSSLContext {
            try made.withLock { made in
                if let context = made[identity.testDescription] { return context }
                let context = try identity.serverContext
                made[identity.testDescription] = context
                return context
            }
        }
    }

    /// How many connections were made.
    var connectionCount: Int { count.value.load(ordering: .relaxed) }

    /// The URL of this server, by its name.
    var url: String { "https://localhost:\(port)" }

    /// Ends the server.
    func stop() async throws {
        try await channel.close()
    }
}
#endif
