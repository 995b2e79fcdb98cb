#if os(Linux)
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import Synchronization
import WaybillRuntime

/// Makes one connection, TLS included, for one request.
///
/// No attempt knows of another: what goes wrong here is one caller's failure, and told at once.
final class ConnectionAttempt: Sendable {
    typealias Outcome = Result<HTTPConnection, TransportError>

    private struct State {
        /// The sockets that are connecting (several where a name has several addresses), and when TLS is ready on each.
        var sockets: [(channel: any Channel, ready: EventLoopFuture<Void>)] = []
        var waiter: CheckedContinuation<Outcome, Never>?
        var outcome: Outcome?
    }

    private let endpoint: Endpoint
    private let limit: TimeAmount
    private let settings: ConnectionSettings
    private let loop: any EventLoop
    private let state = Mutex(State())

    /// Prepares an attempt.
    ///
    /// - Parameter limit: How long it may take, name resolution and TLS included.
    init(to endpoint: Endpoint, limit: Duration, settings: ConnectionSettings) {
        self.endpoint = endpoint
        self.limit = TimeAmount(min(max(limit, .milliseconds(1)), .seconds(3_600)))
        self.settings = settings
        loop = MultiThreadedEventLoopGroup.singleton.next()
    }

    /// Connects; a request that is cancelled or stopped gets its error at once.
    func run(_ stop: RequestStop) async -> Outcome {
        await stop.wait {
            await withCheckedContinuation { waiter in
                let outcome = state.withLock { state in
                    if state.outcome == nil { state.waiter = waiter }
                    return state.outcome
                }
                if let outcome { waiter.resume(returning: outcome) } else { start() }
            }
        } onStop: {
            self.fail(FailureCause(.cancelled))
        }
    }

    private func start() {
        let timer = loop.scheduleTask(in: limit) { self.fail(FailureCause(.connectTimedOut)) }
        ClientBootstrap(group: loop)
            .connectTimeout(limit)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .channelInitializer { self.prepare($0) }
            .connect(host: endpoint.host, port: endpoint.port)
            .flatMap { channel in self.ready(channel).map { channel } }
            .whenComplete { result in
                timer.cancel()
                switch result {
                case .success(let channel):
                    self.end(.success(HTTPConnection(endpoint: self.endpoint, channel: channel)))
                case .failure(let error): self.fail(FailureCause(error))
                }
            }
    }

    /// Puts the handlers into a socket's pipeline; fails where the attempt is over, which ends it.
    private func prepare(_ channel: any Channel) -> EventLoopFuture<Void> {
        channel.eventLoop.makeCompletedFuture {
            let tls = try endpoint.isSecure ? settings.tls() : nil
            let ready = channel.eventLoop.makePromise(of: Void.self)
            do {
                try addHandlers(to: channel, tls, ready)
            } catch {
                ready.fail(error)
                throw error
            }
            let isOver = state.withLock { state in
                state.sockets.append((channel, ready.futureResult))
                return state.outcome != nil
            }
            if isOver { throw CancellationError() }
        }
    }

    private func addHandlers(to channel: any Channel, _ tls: NIOSSLContext?, _ ready: EventLoopPromise<Void>) throws {
        let pipeline = channel.pipeline.syncOperations
        if let tls {
            let rule = CertificateRule(host: endpoint.host)
            try pipeline.addHandler(NIOSSLClientHandler(context: tls, serverHostname: rule.serverName))
            try pipeline.addHandler(HandshakeHandler(rule: rule, ready: ready))
        } else {
            ready.succeed()
        }
        var framing = HTTPRequestEncoder.Configuration()
        framing.automaticallySetFramingHeaders = false
        try pipeline.addHandler(HTTPRequestEncoder(configuration: framing))
        try pipeline.addHandler(ByteToMessageHandler(HTTPResponseDecoder()))
        try pipeline.addHandler(ExchangeHandler(idleLimit: settings.idleLimit))
    }

    private func ready(_ channel: any Channel) -> EventLoopFuture<Void> {
        state.withLock { $0.sockets.first { $0.channel === channel }?.ready }
            ?? channel.eventLoop.makeFailedFuture(ChannelError.eof)
    }

    /// Connecting writes no byte of a request.
    private func fail(_ cause: FailureCause) {
        end(.failure(TransportError(progress: .neverSent, reason: cause.reason, detail: cause.detail)))
    }

    /// Keeps the first outcome, and closes what it does not need.
    private func end(_ outcome: Outcome) {
        let (waiter, unneeded) = state.withLock { state in
            let isFirst = state.outcome == nil
            if isFirst { state.outcome = outcome }
            let used = isFirst ? try? outcome.get().channel : nil
            defer {
                state.waiter = nil
                state.sockets = []
            }
            return (state.waiter, state.sockets.map(\.channel).filter { $0 !== used })
        }
        for channel in unneeded { channel.close(promise: nil) }
        waiter?.resume(returning: outcome)
    }
}
#endif
