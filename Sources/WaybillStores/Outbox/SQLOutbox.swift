#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Keeps the requests of outboxes in a table of PostgreSQL or SQLite.
///
/// ```swift
/// let outbox = Outbox(client, in: SQLOutbox(postgres: database))
/// ```
///
/// Any number of workers may take requests at once; on PostgreSQL none waits for another. The tables come from ``PostgresSchema`` and
/// ``SQLiteSchema``; nothing but ``removeEnded()`` deletes rows.
///
/// What the database has confirmed it must not forget: leave `synchronous_commit` on, and SQLite's `PRAGMA synchronous` at `FULL`. Else
/// a request that was sent, and of which nothing is known after a power failure, counts as never sent. Setting the database's clock
/// forward has requests sent again too early, or put in doubt; setting it back lengthens waits, and the time for which keys are used.
public struct SQLOutbox: OutboxStore {
    private let executor: any SQLExecutor
    private let statements: OutboxStatements

    /// Makes a store on PostgreSQL.
    ///
    /// - Parameter executor: What runs the statements that are a transaction of their own: a pool.
    public init(postgres executor: any SQLExecutor) {
        self.executor = executor
        statements = .postgres
    }

    /// Makes a store on SQLite 3.35 or later, for the programs of one machine.
    ///
    /// - Parameter executor: What runs the statements that are a transaction of their own.
    public init(sqlite executor: any SQLExecutor) {
        self.executor = executor
        statements = .sqlite
    }

    /// Keeps a request, unless its id is known.
    public func add(_ message: OutboxMessage) async throws -> Bool {
        try await add(message, in: executor)
    }

    /// Keeps a request in a transaction, unless its id is known; it is kept once that is committed.
    ///
    /// A transaction that keeps the same id at the same time is waited for.
    ///
    /// - Returns: False where the outbox knows the id already.
    nonisolated(nonsending) public func add(_ message: OutboxMessage, in transaction: any SQLExecutor) async throws
        -> Bool
    {
        try await !transaction.rows(of: addition(of: message)).isEmpty
    }

    /// What ``add(_:in:)`` runs, for a transaction of another kind, such as GRDB's, which cannot wait; a row comes where the id
    /// was not known.
    ///
    /// ```swift
    /// let message = try outbox.message(Client.Messages.send(…), id: order.id)
    /// try await pool.write { database in
    ///     try order.insert(database)
    ///     _ = try database.rows(of: outbox.store.addition(of: message))
    /// }
    /// ```
    public func addition(of message: OutboxMessage) -> SQLStatement { statements.add(message) }

    /// Takes the request that has been due the longest.
    public func take(from outbox: String, lease: Duration) async throws -> TakenRequest? {
        guard let row = try await executor.rows(of: statements.take(from: outbox, lease: lease)).first else {
            return nil
        }
        guard row.count == 5, let id = row[0], let request = row[1], let attempt = row[2].flatMap({ Int($0) }),
            let fence = row[3].flatMap({ Int64($0) })
        else { throw UnexpectedAnswer(question: "taking a request") }
        let pending = try row[4].map { text throws(UnexpectedAnswer) in
            guard let milliseconds = Int64(text) else { throw UnexpectedAnswer(question: "taking a request") }
            return Duration.milliseconds(milliseconds)
        }
        return TakenRequest(id: id, request: request, attempt: attempt, fence: fence, pending: pending)
    }

    /// Records what has become of a request.
    public func end(
        _ taken: TakenRequest,
        in outbox: String,
        as ending: OutboxEnding,
        keepFor: Duration
    ) async throws -> Bool {
        let statement = statements.end(taken, in: outbox, as: ending, keepFor: keepFor)
        return try await !executor.rows(of: statement).isEmpty
    }

    /// Moves a request on a person's word.
    public func move(
        _ id: String,
        in outbox: String,
        from states: Set<OutboxState>,
        to state: OutboxState,
        keepFor: Duration
    ) async throws -> Bool {
        let statement = statements.move(id, in: outbox, from: states, to: state, keepFor: keepFor)
        return try await !executor.rows(of: statement).isEmpty
    }

    /// Reads one request.
    public func row(_ id: String, in outbox: String) async throws -> OutboxRow? {
        try await Self.row(executor.rows(of: statements.row(id, in: outbox))).first
    }

    /// Reads the requests in a state, the oldest first.
    public func rows(in outbox: String, _ state: OutboxState, limit: Int) async throws -> [OutboxRow] {
        try await Self.row(executor.rows(of: statements.rows(in: outbox, state, limit: limit)))
    }

    private static func row(_ rows: [[String?]]) throws(UnexpectedAnswer) -> [OutboxRow] {
        try rows.map { row throws(UnexpectedAnswer) in
            guard row.count == 11, let id = row[0], let operation = row[1],
                let state = row[2].flatMap({ OutboxState(rawValue: $0) }), let attempts = row[3].flatMap({ Int($0) }),
                let addedAt = date(row[4]), let notBefore = date(row[6]), let request = row[10]
            else { throw UnexpectedAnswer(question: "reading requests") }
            return OutboxRow(
                id: id,
                operation: operation,
                state: state,
                attempts: attempts,
                addedAt: addedAt,
                firstSentAt: date(row[5]),
                notBefore: notBefore,
                endedAt: date(row[7]),
                failure: row[8],
                answer: row[9],
                request: request
            )
        }
    }

    private static func date(_ milliseconds: String?) -> Date? {
        milliseconds.flatMap { Double($0) }.map { Date(timeIntervalSince1970: $0 / 1_000) }
    }

    /// Counts.
    public func figures(of outbox: String) async throws -> OutboxFigures {
        guard let row = try await executor.rows(of: statements.figures(of: outbox)).first, row.count == 6 else {
            throw UnexpectedAnswer(question: "counting requests")
        }
        let counts = row.prefix(5).compactMap { $0.flatMap { Int($0) } }
        guard counts.count == 5 else { throw UnexpectedAnswer(question: "counting requests") }
        return OutboxFigures(
            queued: counts[0],
            sending: counts[1],
            sent: counts[2],
            refused: counts[3],
            inDoubt: counts[4],
            oldest: row[5].flatMap { Int64($0) }.map { .milliseconds($0) }
        )
    }

    /// Deletes what has ended and need not be known any more, at most ten thousand rows.
    public func removeEnded() async throws -> Int {
        try await executor.rows(of: statements.removeEnded).count
    }
}
