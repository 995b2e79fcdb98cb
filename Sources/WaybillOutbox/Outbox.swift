public import WaybillRuntime

/// Sends requests that outlive the process: each is kept before it is sent, and is sent until its end is known.
///
/// ```swift
/// let outbox = Outbox(client, in: SQLOutbox(postgres: database))
/// // In the transaction that takes the order:
/// try await outbox.add(Client.Messages.send(…), id: order.id, in: connection)
/// // In a worker, of which there may be any number:
/// while !Task.isCancelled {
///     if case .idle = try await outbox.work() { try await Task.sleep(for: .seconds(1)) }
/// }
/// ```
///
/// ## What is promised
///
/// A request that was added is not lost: it ends as sent, refused or in doubt, wherever processes end, connections break or the store is
/// away.
///
/// - With an idempotency key (`resend: keyed` in the spec) it is carried out **once**, as long as the server honours the key: it is
///   kept with the request, and sent again with it. Before the key may be forgotten (`idempotencyKey: {keep: …}`) the outbox stops,
///   and the request is in doubt. So it is where the server has stored a failure of its own for the key.
/// - What its vendor allows to be repeated, and what changes nothing, is sent until there is an answer: at least once.
/// - All else (`resend: never`) is carried out **at most once**. What was being sent when a worker ended, or broke off without an
///   answer, is in doubt: at a crash at most as many requests as were being sent. Nothing can tell whether they arrived, other than
///   the service: ask it, or wait for its webhook, and then ``resolve(_:as:)``.
///
/// No two workers send one request at once. A worker that is stopped for longer than ``OutboxRules/lease`` in the very moment before
/// its bytes go out can break that; a key still holds then.
public struct Outbox<Client: APIClient, Store: OutboxStore>: Sendable {
    let client: Client
    let rules: OutboxRules
    let clock: RuntimeClock

    /// Where the requests are kept.
    public let store: Store

    /// What tells it from other outboxes in the store.
    public let name: String

    /// Makes an outbox.
    ///
    /// - Parameters:
    ///   - client: What fills and sends the requests. The credentials are its own, and are never kept.
    ///   - store: Where the requests are kept.
    ///   - name: What tells it from other outboxes in the store; where a program has several accounts with one service, each needs an
    ///     outbox of its own. A worker sends what others of this name have added, and nothing else.
    ///   - rules: When requests are sent, the same for all workers.
    ///   - clock: Where time and randomness come from.
    public init(
        _ client: Client,
        in store: Store,
        name: String = "outbox",
        rules: OutboxRules = OutboxRules(),
        clock: RuntimeClock = .system
    ) {
        self.client = client
        self.store = store
        self.name = name
        self.rules = rules
        self.clock = clock
    }

    /// Checks a request and fixes its body and its idempotency key, for a store's own `add(_:in:)`.
    ///
    /// - Parameters:
    ///   - request: The request, from one of the builders of the client's resources.
    ///   - id: What the program knows it by, such as an order's number.
    /// - Throws: The client's own error, as `invalidArgument`, where the request's arguments are refused.
    public func message<Value>(_ request: APIRequest<Client, Value>, id: String) throws -> OutboxMessage {
        try OutboxMessage(outbox: name, id: id, request: client.fill(request))
    }

    /// Keeps a request, to be sent by a worker.
    ///
    /// It is kept by itself: who has to keep it together with rows of their own, or not at all, adds it in their transaction.
    ///
    /// - Parameters:
    ///   - request: The request, from one of the builders of the client's resources.
    ///   - id: What the program knows it by, such as an order's number. Of two requests with one id the first is sent.
    /// - Returns: False where the id is known already; nothing is changed then.
    /// - Throws: The client's own error where the request's arguments are refused; what the store throws. Whether the request was kept
    ///   need not be known then: add it once more, under the same id.
    @discardableResult
    public func add<Value>(_ request: APIRequest<Client, Value>, id: String) async throws -> Bool {
        try await store.add(message(request, id: id))
    }
}
