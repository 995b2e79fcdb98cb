import Synchronization
import WaybillWebhooks

/// A database in memory: what a transaction writes is there once it is committed.
final class HeldTransactions: TransactionalStore {
    final class Transaction {
        var keys: [String] = []
        var effects: [String] = []
    }

    private struct State {
        var done: Set<String> = []
        var busy: Set<String> = []
        var effects: [String] = []
    }

    private let state = Mutex(State())

    var effects: [String] { state.withLock { $0.effects } }

    nonisolated(nonsending) func withTransaction<Result: Sendable>(
        _ body: nonisolated(nonsending) (Transaction) async throws -> Result
    ) async throws -> Result {
        let transaction = Transaction()
        defer { state.withLock { $0.busy.subtract(transaction.keys) } }
        let result = try await body(transaction)
        state.withLock { state in
            state.done.formUnion(transaction.keys)
            state.effects += transaction.effects
        }
        return result
    }

    nonisolated(nonsending) func claim(
        _ key: String,
        keepFor: Duration,
        in transaction: Transaction
    ) async throws -> ClaimResult {
        let result = state.withLock { state -> ClaimResult in
            if state.done.contains(key) { return .done }
            return state.busy.insert(key).inserted ? .claimed : .busy
        }
        if result == .claimed { transaction.keys.append(key) }
        return result
    }
}
