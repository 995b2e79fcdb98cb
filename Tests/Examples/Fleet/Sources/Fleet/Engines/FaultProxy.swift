import NIOCore
import NIOPosix
import Synchronization

/// Stands between receivers and a server, and loses what the server answers, or brings it late.
final class FaultProxy: Sendable {
    /// How often something goes wrong, of each piece that the server sends.
    struct Faults: Sendable {
        /// The share that is swallowed, with the connection after it.
        let lost: Double
        /// The share that comes three seconds late.
        let late: Double
    }

    private let server: any Channel
    private let connections: Connections

    /// Where receivers connect to.
    var port: Int { server.localAddress?.port ?? 0 }

    init(to port: Int, _ faults: Faults) async throws {
        let connections = Connections()
        self.connections = connections
        server = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .serverChannelOption(.backlog, value: 256)
            .childChannelInitializer { channel in
                ClientBootstrap(group: channel.eventLoop).connect(host: "127.0.0.1", port: port).flatMapThrowing {
                    peer in
                    connections.add(channel)
                    try channel.pipeline.syncOperations.addHandler(Pipe(peer, nil))
                    try peer.pipeline.syncOperations.addHandler(Pipe(channel, faults))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
    }

    /// Cuts all connections that are open.
    func cutAll() { connections.cutAll() }

    func close() async throws {
        cutAll()
        try await server.close()
    }

    private final class Connections: Sendable {
        private let open = Mutex<[ObjectIdentifier: any Channel]>([:])

        func add(_ channel: any Channel) {
            let id = ObjectIdentifier(channel)
            open.withLock { $0[id] = channel }
            channel.closeFuture.whenComplete { [self] _ in open.withLock { _ = $0.removeValue(forKey: id) } }
        }

        func cutAll() {
            for channel in open.withLock({ Array($0.values) }) { channel.close(promise: nil) }
        }
    }

    /// Passes on what comes from one side to the other.
    private final class Pipe: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer

        private let peer: any Channel
        private let faults: Faults?

        init(_ peer: any Channel, _ faults: Faults?) {
            self.peer = peer
            self.faults = faults
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            let chance = faults == nil ? 1 : Double.random(in: 0..<1)
            let (lost, late) = (faults?.lost ?? 0, faults?.late ?? 0)
            if chance < lost {
                context.close(promise: nil)
                peer.close(promise: nil)
            } else if chance < lost + late {
                let (peer, buffer) = (peer, unwrapInboundIn(data))
                context.eventLoop.scheduleTask(in: .seconds(3)) { peer.writeAndFlush(buffer, promise: nil) }
            } else {
                peer.writeAndFlush(unwrapInboundIn(data), promise: nil)
            }
        }

        func channelInactive(context: ChannelHandlerContext) { peer.close(promise: nil) }

        func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
    }
}
