import Synchronization

/// Ends a request whose time limit has passed, as the cancellation of its task would, while the task goes on.
package final class RequestStop: Sendable {
    /// Apart from the handler: it can be asked for by whoever holds a lock that the handler takes.
    private let isSet = Atomic(false)
    /// Ends what is waited for.
    ///
    /// It runs under the lock: when a wait is over, it runs no longer, and so ends nothing that came after.
    private let handler = Mutex<(@Sendable () -> Void)?>(nil)

    /// Prepares the stop of one request.
    package init() {}

    /// Whether the request is to end, or its task has been cancelled.
    package var isStopped: Bool { Task.isCancelled || isSet.load(ordering: .sequentiallyConsistent) }

    /// Ends the request; what it waits for is told at once.
    package func stop() {
        isSet.store(true, ordering: .sequentiallyConsistent)
        handler.withLock { $0?() }
    }

    /// Waits for something that ends early when the request is stopped or its task is cancelled; for one thing at a time.
    /// - Parameter onStop: May be called more than once, from anywhere, and before the wait has begun; it must not ask for a wait itself.
    package func wait<Value: Sendable>(_ operation: () async -> Value, onStop: @escaping @Sendable () -> Void) async
        -> Value
    {
        handler.withLock { $0 = onStop }
        defer { handler.withLock { $0 = nil } }
        if isSet.load(ordering: .sequentiallyConsistent) { onStop() }
        return await withTaskCancellationHandler(operation: operation, onCancel: onStop)
    }
}
