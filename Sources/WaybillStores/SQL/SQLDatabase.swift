/// A database whose connections run several statements in one transaction.
///
/// PostgresNIO:
///
/// ```swift
/// extension PostgresClient: @retroactive SQLDatabase {
///     nonisolated(nonsending) public func withTransaction<Result: Sendable>(
///         _ body: nonisolated(nonsending) (PostgresConnection) async throws -> Result
///     ) async throws -> Result {
///         try await withTransaction(logger: logger) { try await body($0) }
///     }
/// }
/// ```
public protocol SQLDatabase: SQLExecutor {
    /// What runs the statements of a transaction.
    associatedtype Connection: SQLExecutor

    /// Runs a body in a transaction: commits what it did, or undoes it where the body throws.
    ///
    /// - Returns: What the body returns, once that is committed.
    /// - Throws: What the body throws; what the driver throws where it cannot commit, or does not know that it has.
    nonisolated(nonsending) func withTransaction<Result: Sendable>(
        _ body: nonisolated(nonsending) (Connection) async throws -> Result
    ) async throws -> Result
}
