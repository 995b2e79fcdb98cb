import Synchronization

/// Chance for tests: each draw is the next number.
final class Counter: Sendable {
    private let value: Mutex<UInt64>

    init(start: UInt64) {
        value = Mutex(start)
    }

    @Sendable func next() -> UInt64 {
        value.withLock { value in
            value &+= 1
            return value
        }
    }
}
