import Synchronization

/// Hands pieces from one task to another: at most one waits to be taken.
final class ChunkHandoff: Sendable {
    private struct State {
        var chunk: [UInt8]?
        var isOver = false
        /// Waits for a piece, or for the end.
        var taker: CheckedContinuation<Void, Never>?
        /// Waits for room, or for the end.
        var giver: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    /// Gives a piece, once the one before it has been taken.
    /// - Throws: `CancellationError` where nobody takes it any more.
    func give(_ chunk: [UInt8]) async throws {
        guard !chunk.isEmpty else { return }
        while true {
            let (isGiven, isOver, taker) = state.withLock { state in
                guard !state.isOver, state.chunk == nil else {
                    return (false, state.isOver, CheckedContinuation<Void, Never>?.none)
                }
                state.chunk = chunk
                defer { state.taker = nil }
                return (true, false, state.taker)
            }
            taker?.resume()
            if isGiven { return }
            if isOver || Task.isCancelled { throw CancellationError() }
            await withTaskCancellationHandler {
                await wait(until: { $0.chunk == nil }, keeping: \.giver)
            } onCancel: {
                finish()
            }
        }
    }

    /// The next piece; nil after the end.
    func next() async -> [UInt8]? {
        while true {
            let (chunk, isOver, giver) = state.withLock { state in
                defer { (state.chunk, state.giver) = (nil, nil) }
                return (state.chunk, state.isOver, state.giver)
            }
            giver?.resume()
            if let chunk { return chunk }
            if isOver { return nil }
            await wait(until: { $0.chunk != nil }, keeping: \.taker)
        }
    }

    /// Ends it; a piece that has been given can still be taken.
    func finish() {
        let (taker, giver) = state.withLock { state in
            state.isOver = true
            defer { (state.taker, state.giver) = (nil, nil) }
            return (state.taker, state.giver)
        }
        taker?.resume()
        giver?.resume()
    }

    private func wait(
        until isReady: (State) -> Bool,
        keeping place: WritableKeyPath<State, CheckedContinuation<Void, Never>?>
    ) async {
        await withCheckedContinuation { continuation in
            let isReady = state.withLock { state in
                if state.isOver || isReady(state) { return true }
                state[keyPath: place] = continuation
                return false
            }
            if isReady { continuation.resume() }
        }
    }
}
