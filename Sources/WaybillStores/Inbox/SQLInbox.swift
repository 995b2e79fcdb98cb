@_spi(Generated) import WaybillRuntime

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Keeps events in a table of PostgreSQL or SQLite until somebody has worked on them.
///
/// A row is the claim of its event and its place in the queue at once: what was kept is worked on, and a copy finds the
/// key. A worker takes an event for the length of a lease, and completes it in the transaction of the work: each event is
/// worked on **exactly once** as far as the work's effects are rows of this database.
///
/// ```swift
/// let inbox = SQLInbox(postgres: client)
/// // In the server:
/// let status = try await webhook.accept(body: body, headers: headers, into: inbox)
/// // In a worker, of which there may be any number:
/// while !Task.isCancelled {
///     let step = try await inbox.work(in: client) { message, connection in
///         let delivery = try webhook.read(message)
///         try await connection.query("UPDATE messages SET …")
///     }
///     if step == .idle { try await Task.sleep(for: .seconds(1)) }
/// }
/// ```
///
/// SQLite serves the processes of one machine. A driver of it whose transactions cannot wait, such as GRDB, takes an event
/// with ``take(_:)``, runs ``completion(of:)`` in the transaction of the work, and tells a failure with ``fail(_:_:)``.
///
/// Work that fails comes again, later each time, and is put aside as stuck after ``InboxRetries/attempts``; so is an event
/// whose worker ends with it each time. ``stuck(limit:)`` shows such events, ``replay(_:)`` has them worked on again.
///
/// The tables come from ``PostgresSchema`` and ``SQLiteSchema``. Nothing but ``removeEnded()`` deletes rows: call it once an
/// hour.
public struct SQLInbox: WebhookInbox {
    private let executor: any SQLExecutor
    let statements: InboxStatements
    private let retries: InboxRetries
    private let lease: Duration

    /// Makes an inbox on PostgreSQL.
    ///
    /// - Parameters:
    ///   - executor: What runs the statements that are a transaction of their own: a pool.
    ///   - retries: When work that has failed comes again.
    ///   - lease: How long a worker may take until the work's transaction has begun; the work itself may take longer. An event whose
    ///     worker has ended comes again after it.
    public init(
        postgres executor: any SQLExecutor,
        retries: InboxRetries = InboxRetries(),
        lease: Duration = .seconds(60)
    ) {
        self.init(executor, .postgres, retries, lease)
    }

    /// Makes an inbox on SQLite 3.35 or later.
    ///
    /// - Parameters:
    ///   - executor: What runs the statements that are a transaction of their own.
    ///   - retries: When work that has failed comes again.
    ///   - lease: How long a worker may take until the work's transaction has begun. An event whose worker has ended comes again
    ///     after it.
    public init(
        sqlite executor: any SQLExecutor,
        retries: InboxRetries = InboxRetries(),
        lease: Duration = .seconds(60)
    ) {
        self.init(executor, .sqlite, retries, lease)
    }

    private init(
        _ executor: any SQLExecutor,
        _ statements: InboxStatements,
        _ retries: InboxRetries,
        _ lease: Duration
    ) {
        self.executor = executor
        self.statements = statements
        self.retries = retries
        self.lease = lease
    }

    /// Keeps messages, except those whose keys it knows.
    public func add(_ messages: [InboxMessage], keepFor: Duration) async throws -> [Bool] {
        if messages.isEmpty { return [] }
        var keys: Set<String> = []
        let isFirst = messages.map { keys.insert($0.key).inserted }
        let list = zip(messages, isFirst).filter(\.1).map { Self.json($0.0) }
        let json = String(decoding: JSONValue.array(list).serialized(), as: UTF8.self)
        let kept = try await rows(statements.add, [.text(json), .milliseconds(keepFor)]).map(\.first)
        let new = Set(kept.compactMap { $0 ?? nil })
        guard new.count == kept.count, new.isSubset(of: keys) else {
            throw UnexpectedAnswer(question: "keeping events")
        }
        return zip(messages, isFirst).map { message, isFirst in isFirst && new.contains(message.key) }
    }

    private static func json(_ message: InboxMessage) -> JSONValue {
        [
            "key": .string(message.key), "webhook": .string(message.webhook),
            "content": .string(Data(message.content).base64EncodedString()), "details": .string(message.details),
        ]
    }

    /// Takes events that are due, each for the length of the lease.
    ///
    /// - Parameter count: The most that are taken.
    /// - Returns: The events; none where none is due.
    public func take(_ count: Int = 1) async throws -> [TakenMessage] {
        let values: [SQLValue] = [
            .integer(Int64(max(0, count))), .milliseconds(lease), .integer(Int64(retries.attempts)),
            .text("its worker ended each time, and said nothing"),
        ]
        while true {
            let answer = try await rows(statements.take, values)
            let taken = try answer.compactMap(Self.taken)
            // Where all that came was put aside, there may be others.
            if !taken.isEmpty || answer.isEmpty { return taken }
        }
    }

    /// An event that was taken; nil for one that is put aside.
    private static func taken(_ row: [String?]) throws(UnexpectedAnswer) -> TakenMessage? {
        guard row.count == 6, let state = row[0], let key = row[1], let webhook = row[2],
            let content = row[3].flatMap({ Data(base64Encoded: $0) }), let details = row[4],
            let attempt = row[5].flatMap({ Int($0) })
        else { throw UnexpectedAnswer(question: "taking events") }
        if state == "stuck" { return nil }
        let message = InboxMessage(webhook: webhook, key: key, content: Array(content), details: details)
        return TakenMessage(message: message, attempt: attempt)
    }

    /// Records in the transaction of the work that an event is done; it is once that is committed.
    ///
    /// Call it before the work: the row is locked from then on, and no other worker is given the event.
    ///
    /// - Returns: False where another worker has it, since the lease had ended: do nothing then.
    nonisolated(nonsending) public func complete(
        _ taken: TakenMessage,
        in transaction: any SQLExecutor
    ) async throws -> Bool {
        try await !transaction.rows(of: completion(of: taken)).isEmpty
    }

    /// What ``complete(_:in:)`` runs, for a transaction of another kind; a row comes where the event is still this worker's.
    public func completion(of taken: TakenMessage) -> SQLStatement {
        SQLStatement(statements.complete, [.text(taken.message.key), .integer(Int64(taken.attempt))])
    }

    /// Has an event wait for its next attempt, or puts it aside where this was the last.
    ///
    /// - Parameters:
    ///   - taken: The event.
    ///   - failure: What went wrong, for whoever looks at stuck events; nothing that should not stand in a table.
    /// - Returns: Whether it is put aside.
    @discardableResult
    public func fail(_ taken: TakenMessage, _ failure: String) async throws -> Bool {
        let failure = failure.replacing("\0", with: "")
        var values: [SQLValue] = [.text(taken.message.key), .integer(Int64(taken.attempt))]
        guard let delay = retries.delay(after: taken.attempt) else {
            _ = try await rows(statements.putAside, values + [.text(failure)])
            return true
        }
        values += [.milliseconds(delay), .text(failure)]
        _ = try await rows(statements.retry, values)
        return false
    }

    func rows(_ sql: String, _ values: [SQLValue] = []) async throws -> [[String?]] {
        try await executor.rows(of: SQLStatement(sql, values))
    }
}
