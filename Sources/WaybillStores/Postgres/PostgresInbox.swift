@_spi(Generated) import WaybillRuntime

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Keeps events in a table of PostgreSQL until somebody has worked on them.
///
/// A row is the claim of its event and its place in the queue at once: what was kept is worked on, and a copy finds the
/// key. A worker takes an event for the length of a lease, and completes it in the transaction of the work: each event is
/// worked on **exactly once** as far as the work's effects are rows of this database.
///
/// ```swift
/// let inbox = PostgresInbox(client)
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
/// Work that fails comes again, later each time, and is put aside as stuck after ``InboxRetries/attempts``; so is an event
/// whose worker ends with it each time. ``stuck(limit:)`` shows such events, ``replay(_:)`` has them worked on again.
///
/// The tables come from ``PostgresSchema``. Nothing but ``removeEnded()`` deletes rows: call it once an hour.
public struct PostgresInbox: WebhookInbox {
    private let executor: any SQLExecutor
    private let retries: InboxRetries
    private let lease: Duration

    /// Makes an inbox.
    ///
    /// - Parameters:
    ///   - executor: What runs the statements that are a transaction of their own: a pool.
    ///   - retries: When work that has failed comes again.
    ///   - lease: How long a worker may take until the work's transaction has begun; the work itself may take longer. An event whose
    ///     worker has ended comes again after it.
    public init(_ executor: any SQLExecutor, retries: InboxRetries = InboxRetries(), lease: Duration = .seconds(60)) {
        self.executor = executor
        self.retries = retries
        self.lease = lease
    }

    /// Keeps messages, except those whose keys it knows.
    public func add(_ messages: [InboxMessage], keepFor: Duration) async throws -> [Bool] {
        if messages.isEmpty { return [] }
        let list = messages.enumerated().map { place, message in
            JSONValue.object([
                "place": .number(JSONNumber(place)), "key": .string(message.key), "webhook": .string(message.webhook),
                "content": .string(Data(message.content).base64EncodedString()), "details": .string(message.details),
            ])
        }
        let json = String(decoding: JSONValue.array(list).serialized(), as: UTF8.self)
        let answer = try await rows(PostgresInboxStatements.add, [.text(json), .milliseconds(keepFor)])
        guard answer.count == messages.count, answer.allSatisfy({ $0.first == "new" || $0.first == "copy" }) else {
            throw UnexpectedAnswer(question: "keeping events")
        }
        return answer.map { $0.first == "new" }
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
        return try await rows(PostgresInboxStatements.take, values).map { row throws(UnexpectedAnswer) in
            guard row.count == 5, let key = row[0], let webhook = row[1], let content = row[2].flatMap({ Data(base64Encoded: $0) }),
                let details = row[3], let attempt = row[4].flatMap({ Int($0) })
            else { throw UnexpectedAnswer(question: "taking events") }
            let message = InboxMessage(webhook: webhook, key: key, content: Array(content), details: details)
            return TakenMessage(message: message, attempt: attempt)
        }
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
        SQLStatement(PostgresInboxStatements.complete, [.text(taken.message.key), .integer(Int64(taken.attempt))])
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
            _ = try await rows(PostgresInboxStatements.putAside, values + [.text(failure)])
            return true
        }
        values += [.milliseconds(delay), .text(failure)]
        _ = try await rows(PostgresInboxStatements.retry, values)
        return false
    }

    func rows(_ sql: String, _ values: [SQLValue] = []) async throws -> [[String?]] {
        try await executor.rows(of: SQLStatement(sql, values))
    }
}
