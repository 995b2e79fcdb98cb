import Synchronization

/// One thing that is done over and over.
struct Load: Sendable {
    let name: String
    let engine: String
    /// How many come of one turn.
    var size = 1
    /// Does it once; the number is another one each time.
    let turn: @Sendable (_ number: Int) async throws -> Void

    /// How many come in a second, by so many tasks.
    func pace(for duration: Duration, lanes: Int) async throws -> Double {
        let counter = Counter()
        // What opens connections is not counted.
        try await run(until: .now + .milliseconds(300), lanes, counter)
        let (before, start) = (counter.last, ContinuousClock.now)
        try await run(until: start + duration, lanes, counter)
        return Double((counter.last - before) * size) / ((ContinuousClock.now - start) / .seconds(1))
    }

    private func run(until end: ContinuousClock.Instant, _ lanes: Int, _ counter: Counter) async throws {
        try await withThrowingTaskGroup { group in
            for _ in 0..<lanes {
                group.addTask { while ContinuousClock.now < end { try await turn(counter.next()) } }
            }
            try await group.waitForAll()
        }
    }

    private final class Counter: Sendable {
        private let value = Atomic(0)

        var last: Int { value.load(ordering: .relaxed) }

        func next() -> Int { value.add(1, ordering: .relaxed).newValue }
    }
}
