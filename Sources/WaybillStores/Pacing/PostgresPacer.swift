/// Gives out the places under a service's rate from a table of PostgreSQL, to all who send with the same credentials.
///
/// ```swift
/// let pacer = PostgresPacer(client)
/// let configuration = ClientConfiguration(pacing: .documented(sharedBy: pacer))
/// ```
///
/// Each call is one statement, a transaction of its own, decided by the server's clock: no lock is left behind. All calls under one
/// key change one row, some hundreds to a thousand times a second at best; ``RedisPacer`` does several times as many.
///
/// The table comes from ``PostgresSchema``. It has one row for each key that was ever used; ``removeEnded()`` deletes those that count no
/// longer.
public struct PostgresPacer: Pacer {
    private let executor: any SQLExecutor

    /// Makes a pacer.
    ///
    /// - Parameter executor: What runs the statements, each of which is a transaction of its own: a pool.
    public init(_ executor: any SQLExecutor) {
        self.executor = executor
    }

    /// Takes the next place under a key; nil, with nothing taken, where it is further away than the limit.
    public func reserve(
        _ key: String,
        _ rates: [RequestRate],
        after lead: Duration,
        within limit: Duration?
    ) async throws -> PacePlace? {
        if let limit, limit < lead { return nil }
        let windows = rates.map(\.window.wholeMicroseconds)
        let values: [SQLValue] = [
            .text(key), .integer(limit?.wholeMicroseconds ?? -1),
            .text(Self.list(rates.map { min(Int64($0.limit), Int64(Int32.max)) })), .text(Self.list(windows)),
            .integer(windows.max() ?? 0), .integer(lead.wholeMicroseconds),
        ]
        let rows = try await executor.rows(of: SQLStatement(PostgresPacerStatements.reserve, values))
        guard let row = rows.first, row.count == 2, let wait = row[1].flatMap({ Int64($0) }) else {
            throw UnexpectedAnswer(question: "taking a place under a rate")
        }
        return row[0].flatMap { Int64($0) }.map { PacePlace(time: .microseconds($0), wait: .microseconds(wait)) }
    }

    /// Gives back a place that was not used.
    public func release(_ key: String, _ place: PacePlace) async throws {
        let values: [SQLValue] = [.text(key), .integer(place.microseconds)]
        _ = try await executor.rows(of: SQLStatement(PostgresPacerStatements.release, values))
    }

    /// Gives out no place under a key for a time.
    public func hold(_ key: String, for duration: Duration) async throws {
        let values: [SQLValue] = [.text(key), .integer(duration.wholeMicroseconds)]
        _ = try await executor.rows(of: SQLStatement(PostgresPacerStatements.hold, values))
    }

    /// Deletes the rows of keys whose places count no longer.
    ///
    /// - Returns: How many rows were deleted.
    @discardableResult
    public func removeEnded() async throws -> Int {
        try await executor.rows(of: SQLStatement(PostgresPacerStatements.removeEnded)).count
    }

    /// An array in PostgreSQL's text form.
    private static func list(_ numbers: [Int64]) -> String {
        "{" + numbers.map { "\($0)" }.joined(separator: ",") + "}"
    }
}
