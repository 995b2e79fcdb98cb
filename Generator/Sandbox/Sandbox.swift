import FlyingFox
import FlyingSocks
package import Pipeline

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A server on 127.0.0.1 that behaves like the API of a spec.
///
/// Requests are answered one after the other, so that the state is always that of some order of them; delays are waited
/// for outside of it.
public actor Sandbox {
    private let api: SandboxAPI
    private let options: SandboxOptions
    private let log: (@Sendable (String) -> Void)?
    private var state = SandboxState()
    private let post: WebhookPost
    private var deliveries: [String: Task<Void, Never>] = [:]
    private var running: (server: HTTPServer, task: Task<Void, any Error>)?

    /// Makes a server that does not listen yet.
    /// - Parameters:
    ///   - api: What it behaves like.
    ///   - options: How it differs from that.
    ///   - log: Takes one line for each request: `POST /messages 200 in 1.2 ms (messages.send)`.
    package init(
        _ api: ResolvedAPI,
        options: SandboxOptions = SandboxOptions(),
        log: (@Sendable (String) -> Void)? = nil
    ) {
        self.init(SandboxAPI(api, options: options), options: options, log: log)
    }

    init(_ api: SandboxAPI, options: SandboxOptions, log: (@Sendable (String) -> Void)? = nil) {
        self.api = api
        self.options = options
        self.log = log
        post = WebhookPost(timeLimit: .milliseconds(options.redelivery.timeLimit))
    }

    /// Where the sandbox stands for the other hosts of each client.
    public nonisolated func hosts(port: Int) -> [(client: String, host: String, url: String)] {
        api.hosts(port: port)
    }

    /// Where each client of the spec finds the server, once it listens on a port.
    public nonisolated func addresses(port: Int) -> [(client: String, url: String)] {
        api.addresses(port: port)
    }

    /// Listens, and returns the port.
    /// - Throws: What the system says, for instance that the port is taken; ``SandboxFailure`` if it already listens.
    public func start() async throws -> Int {
        guard running == nil else { throw SandboxFailure.alreadyListening }
        let server = try makeServer()
        let waiting = Task { try await server.waitUntilListening() }
        let task = Task {
            // A server that cannot listen ends the wait for it.
            defer { waiting.cancel() }
            try await server.run()
        }
        running = (server, task)
        do {
            try await waiting.value
            return try await port(of: server)
        } catch {
            running = nil
            task.cancel()
            try await task.value
            throw error
        }
    }

    /// Closes the port and every connection.
    public func stop() async {
        guard let (server, task) = running else { return }
        running = nil
        listeningPort = nil
        for task in deliveries.values { task.cancel() }
        deliveries = [:]
        await server.stop(timeout: 0)
        task.cancel()
        _ = await task.result
    }

    /// Listens until the task is cancelled or the server fails.
    /// - Parameter started: Takes the port, once the server listens.
    public func run(started: @Sendable (Int) -> Void = { _ in }) async throws {
        started(try await start())
        guard let task = running?.task else { return }
        _ = await withTaskCancellationHandler {
            await task.result
        } onCancel: {
            task.cancel()
        }
        await stop()
    }

    /// The port, while it listens.
    private(set) var listeningPort: UInt16?

    /// Answers one request from the state, and changes it.
    func answer(_ request: SandboxRequest) -> SandboxAnswer {
        let moment = SandboxMoment(milliseconds: Self.now()) { UInt64.random(in: .min ... .max) }
        let answer = api.answer(request, &state, at: moment)
        startDeliveries()
        return answer
    }

    /// The answer to a request whose body was too large to be read.
    nonisolated func refuseSize() -> SandboxAnswer {
        let moment = SandboxMoment(milliseconds: 0) { 0 }
        return api.errors.answer(SandboxAPI.tooLarge(limit: options.bodyLimit), at: moment)
    }

    private func makeServer() throws -> HTTPServer {
        let shell = ServerShell(sandbox: self, bodyLimit: options.bodyLimit, log: log)
        let configuration = HTTPServer.Configuration(
            address: try .inet(ip4: "127.0.0.1", port: options.port),
            timeout: 2 * 3600,
            logger: .disabled
        )
        return HTTPServer(config: configuration, handler: shell)
    }

    private func port(of server: HTTPServer) async throws -> Int {
        guard case .ip4(_, let port)? = await server.listeningAddress else { throw SandboxFailure.notListening }
        OpenSocket.listening(on: port)?.sendWithoutDelay()
        listeningPort = port
        return Int(port)
    }
}

extension Sandbox {
    /// What is wrong with the options that concern webhooks; empty where nothing is.
    public nonisolated var problems: [WebhookProblem] { api.problems }

    /// Each webhook with its secret, where that is the sandbox's own, and where its deliveries go.
    public nonisolated var webhooks: [(name: String, secret: String?, url: String?)] {
        api.webhooks.map { source in
            let key = source.shownSecret.map { source.webhook.hasPublicKey ? "the private key of \($0)" : $0 }
            return (source.webhook.name, key, source.address?.text)
        }
    }

    /// How many deliveries are under way.
    var deliveryCount: Int { deliveries.count }

    /// Sends what was asked for since the last time, and stops what was forgotten since.
    private func startDeliveries() {
        let known = Set(state.deliveries.map(\.number))
        for (number, task) in deliveries where !known.contains(number) {
            task.cancel()
            deliveries[number] = nil
        }
        for record in state.deliveries where !record.isOver && deliveries[record.number] == nil {
            deliveries[record.number] = Task { await self.deliver(record.number) }
        }
    }

    /// Sends a delivery until it is acknowledged or given up.
    private func deliver(_ number: String) async {
        while !Task.isCancelled, let record = state.openDelivery(number), let message = sign(record) {
            let reply = await post.send(message, to: record.order.address)
            guard !Task.isCancelled else { return }
            let attempt = DeliveryTry(time: Self.now(), reply: reply, isAcknowledged: isAcknowledged(reply, record))
            write(record, attempt)
            guard let wait = state.note(attempt, of: number, options.redelivery) else { break }
            do { try await Task.sleep(for: .milliseconds(wait)) } catch { return }
        }
        deliveries[number] = nil
    }

    private func sign(_ record: DeliveryRecord) -> WebhookMessage? {
        try? source(record)?.message(for: record.order, body: record.body, id: record.id)
    }

    private func isAcknowledged(_ reply: WebhookReply, _ record: DeliveryRecord) -> Bool {
        guard let status = reply.status else { return false }
        if record.order.challenge != nil { return status == 200 }
        return source(record)?.webhook.acknowledgements.contains(status) == true
    }

    private func source(_ record: DeliveryRecord) -> WebhookSource? {
        api.webhooks.first { $0.webhook.name == record.order.webhook }
    }

    private func write(_ record: DeliveryRecord, _ attempt: DeliveryTry) {
        let end = attempt.isAcknowledged ? "acknowledged" : "not acknowledged"
        let order = record.order
        log?("\(order.webhook) \(order.name) -> \(order.address.text) \(attempt.reply) (\(end))")
    }

    private static func now() -> Int64 { Int64(Date().timeIntervalSince1970 * 1000) }
}
