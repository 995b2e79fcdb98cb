/// Runs statements: a connection of a driver, or a pool that has one for each statement.
///
/// There is no driver in this package: an executor is one function over the driver that a program has already.
///
/// PostgresNIO, for a pool; a connection is the same with `connection.query(…, logger: logger)`:
///
/// ```swift
/// extension PostgresClient: @retroactive SQLExecutor {
///     public func rows(of statement: SQLStatement) async throws -> [[String?]] {
///         var query = PostgresQuery(unsafeSQL: statement.sql, binds: PostgresBindings(capacity: statement.values.count))
///         for value in statement.values {
///             switch value {
///             case .text(let text): query.binds.append(text)
///             case .integer(let number): query.binds.append(number)
///             }
///         }
///         return try await self.query(query).collect().map { row in try row.map { try $0.decode(String?.self) } }
///     }
/// }
/// ```
///
/// GRDB, for a file of SQLite; `rows(of:)` of a `Database` is for transactions of one's own:
///
/// ```swift
/// extension DatabasePool: @retroactive SQLExecutor {
///     public func rows(of statement: SQLStatement) async throws -> [[String?]] {
///         try await write { database in try database.rows(of: statement) }
///     }
/// }
///
/// extension Database {
///     func rows(of statement: SQLStatement) throws -> [[String?]] {
///         let values = statement.values.map { value in
///             switch value {
///             case .text(let text): text.databaseValue
///             case .integer(let number): number.databaseValue
///             }
///         }
///         return try Row.fetchAll(self, sql: statement.sql, arguments: StatementArguments(values))
///             .map { row in row.databaseValues.map { String.fromDatabaseValue($0) } }
///     }
/// }
/// ```
public protocol SQLExecutor: Sendable {
    /// Runs one statement, and waits until it has ended.
    ///
    /// - Parameter statement: A statement of this package. Each of its columns is text.
    /// - Returns: The rows, each with its columns in order; nil is NULL.
    /// - Throws: What the driver throws. Whether the statement was carried out need not be known then.
    func rows(of statement: SQLStatement) async throws -> [[String?]]
}
