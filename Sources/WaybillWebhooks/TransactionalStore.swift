/// A database that holds claims in the transactions of those who work on the events.
///
/// The claim and what the work changes are then kept together or not at all: an event is worked on exactly once, also where
/// processes end, connections break or the database is restarted. `WaybillStores` has such a store for PostgreSQL.
public protocol TransactionalStore: Sendable {
    /// What work changes the database with, such as a connection.
    associatedtype Transaction

    /// Runs a body in a transaction: commits what it did, or undoes it where the body throws.
    ///
    /// - Returns: What the body returns, once that is committed.
    /// - Throws: What the body throws; what the database throws where it cannot commit, or does not say that it has.
    nonisolated(nonsending) func withTransaction<Result: Sendable>(
        _ body: nonisolated(nonsending) (Transaction) async throws -> Result
    ) async throws -> Result

    /// Records a key as done, in a transaction, unless it is done or another transaction is about to record it.
    ///
    /// It must not wait for another transaction: a copy that comes during the work is told that the event is busy.
    ///
    /// - Parameters:
    ///   - key: What copies of the event are known by.
    ///   - keepFor: How long copies have to be known, at least.
    ///   - transaction: The transaction that the work is in.
    /// - Returns: `.claimed` where the work is to be done now; `.done` or `.busy` where it is not.
    /// - Throws: Where that cannot be told; the transaction is then undone.
    nonisolated(nonsending) func claim(
        _ key: String,
        keepFor: Duration,
        in transaction: Transaction
    ) async throws -> ClaimResult
}
