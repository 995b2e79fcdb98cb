#if os(Linux)
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A TLS server on 127.0.0.1 whose certificate nobody has signed but itself; it answers whatever it reads with 200.
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

    /// Starts the server.
    init() async throws {
        let certificate = try NIOSSLCertificate(bytes: Array(Self.certificate.utf8), format: .pem)
        let key = try NIOSSLPrivateKey(bytes: Array(Self.key.utf8), format: .pem)
        let tls = try NIOSSLContext(
            configuration: .makeServerConfiguration(
                certificateChain: [.certificate(certificate)],
                privateKey: .privateKey(key)
            )
        )
        let count = Counter()
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                count.value.add(1, ordering: .relaxed)
                return channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandlers(NIOSSLServerHandler(context: tls), Answering())
                }
            }
            .bind(host: "127.0.0.1", port: 0)
            .get()
        port = channel.localAddress?.port ?? 0
        self.count = count
    }

    /// How many connections were made.
    var connectionCount: Int { count.value.load(ordering: .relaxed) }

    /// Ends the server.
    func stop() async throws {
        try await channel.close()
    }

    /// Made for this test, for the names localhost and 127.0.0.1; its key guards nothing.
    private static let certificate = """
        -----BEGIN CERTIFICATE-----
        MIIBmzCCAUGgAwIBAgIUWK5h+6M/h1KeFvdzaim9ecdCulowCgYIKoZIzj0EAwIw
        FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMTA1Mzc1M1oYDzIxMDAxMDI0
        MDUzNzUzWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
        PQMBBwNCAARO3F1yXxcUrayA5r85gF5PiU7HcGSwPqrXTE1ps+FRGp86YU0Ttrqh
        ZRad0TSdn64jlVMHAtvwbTXM+3PL59pmo28wbTAdBgNVHQ4EFgQUUbfxZzFvzDRh
        oG7S2Gx/FJtf1qQwHwYDVR0jBBgwFoAUUbfxZzFvzDRhoG7S2Gx/FJtf1qQwDwYD
        VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
        zj0EAwIDSAAwRQIgTd/NmKcavcd/LCT/uiwoFD3uuNekWyUhvV4IvpTu6R4CIQDu
        iymKymdXsZ0bjCpic0S+eRtQsa4nt7sBGIYajNk0fw==
        -----END CERTIFICATE-----
        """

    private static let key = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgQ1Bj1dm8OCmqaj4c
        4OKN0AdUiOk3pE/jkahXsH2DHo+hRANCAARO3F1yXxcUrayA5r85gF5PiU7HcGSw
        PqrXTE1ps+FRGp86YU0TtrqhZRad0TSdn64jlVMHAtvwbTXM+3PL59pm
        -----END PRIVATE KEY-----
        """
}
#endif
