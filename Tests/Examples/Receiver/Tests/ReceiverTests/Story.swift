import Synchronization

/// What happened, in the order in which it did.
final class Story: Sendable {
    private struct State {
        var lines: [String] = []
        var readers: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
    }

    private let state = Mutex(State())

    var lines: [String] { state.withLock(\.lines) }

    func tell(_ line: String) {
        let ready = state.withLock { state in
            state.lines.append(line)
            let count = state.lines.count
            let ready = state.readers.filter { $0.count <= count }
            state.readers.removeAll { $0.count <= count }
            return ready
        }
        for reader in ready { reader.continuation.resume() }
    }

    /// Waits until there are so many lines; the test's time limit bounds it.
    func lines(_ count: Int) async -> [String] {
        await withCheckedContinuation { continuation in
            let isReady = state.withLock { state in
                if state.lines.count >= count { return true }
                state.readers.append((count, continuation))
                return false
            }
            if isReady { continuation.resume() }
        }
        return lines
    }
}
