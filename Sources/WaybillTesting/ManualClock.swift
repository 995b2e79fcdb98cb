import Synchronization
public import WaybillRuntime

/// A clock that moves by hand, so that tests of retries, polling and time limits take no time.
///
/// ```swift
/// let clock = ManualClock()
/// let transport = StubTransport(.failure(.refused), .json(200, #"{"ok":true}"#))
/// let client = try ExampleClient(
///     apiKey: "key",
///     configuration: ClientConfiguration(transport: transport, clock: clock.runtime)
/// )
/// _ = try await client.things.list()
/// #expect(clock.sleeps == [.milliseconds(500)])
/// ```
///
/// A client sleeps for two reasons: to wait before another attempt, and to notice that a time limit has passed. In the
/// default mode a short sleep returns at once and moves the clock on, and a long one, which is a limit, waits until the
/// clock has been moved past it; see ``Sleeping``. The second that a cancelled transport has to return is no sleep: it
/// passes in no mode before the clock has been moved on by it.
public final class ManualClock: Sendable {
    /// What a sleep does.
    public enum Sleeping: Sendable, Hashable {
        /// A sleep shorter than the bound returns at once and moves the clock on by its duration; others wait.
        ///
        /// Set the bound above the longest pause that the test expects and not above the client's time limits.
        case atOnce(below: Duration)
        /// Every sleep waits until ``ManualClock/advance(by:)`` has moved the clock past its end.
        case untilAdvanced

        /// Sleeps of less than ten seconds return at once.
        public static var atOnce: Sleeping { .atOnce(below: .seconds(10)) }
    }

    private let sleeping: Sleeping
    private let state: Mutex<State>
    private let share = ClockShare()

    /// Makes a clock.
    ///
    /// - Parameters:
    ///   - now: The wall time at the start, since 1970.
    ///   - sleeping: What a sleep does.
    ///   - randomness: What the clock's random source gives.
    public init(
        now: Duration = .seconds(1_750_000_000),
        sleeping: Sleeping = .atOnce,
        randomness: ManualRandomness = .seeded(1)
    ) {
        self.sleeping = sleeping
        state = Mutex(State(epoch: now, randomness: randomness))
    }

    /// The clock in the form that a client's configuration takes.
    public var runtime: RuntimeClock {
        var runtime = RuntimeClock(
            uptime: { [self] in uptime },
            now: { [self] in now },
            sleep: { [self] duration in try await sleep(for: duration) },
            random: { [self] in state.withLock { $0.randomness.next() } }
        )
        runtime.share = share
        runtime.grace = { [self] duration in
            try Task.checkCancellation()
            try await waitUntilAdvanced(by: duration, isGrace: true)
        }
        return runtime
    }

    /// How far the clock has been moved since it was made.
    public var uptime: Duration { state.withLock { $0.uptime } }

    /// The wall time, since 1970.
    public var now: Duration { state.withLock { $0.epoch + $0.uptime } }

    /// The sleeps that came to their end, in the order in which they did; cancelled ones are not among them.
    public var sleeps: [Duration] { state.withLock { $0.finished } }

    /// The sleeps that wait now, in the order in which they began.
    public var pendingSleeps: [Duration] { state.withLock { $0.sleeps.map(\.duration) } }

    /// Moves the clock on and ends the sleeps that are over by then.
    ///
    /// - Parameter duration: How far; a negative duration does not move the clock.
    public func advance(by duration: Duration) {
        let over = state.withLock { $0.advance(by: duration) }
        for sleeper in over { sleeper.continuation.resume() }
    }

    /// Sets the wall time, as a user or a time server does; sleeps and limits do not notice.
    public func setNow(_ now: Duration) {
        state.withLock { $0.epoch = now - $0.uptime }
    }

    /// Returns once at least that many sleeps wait, so that a test knows that its client sleeps.
    public func waitForSleeps(_ count: Int = 1) async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                if state.sleeps.count >= count { return true }
                state.watchers.append(Watcher(count: count, continuation: continuation))
                return false
            }
            if isThere { continuation.resume() }
        }
    }

    private func sleep(for duration: Duration) async throws {
        try Task.checkCancellation()
        if case .atOnce(let bound) = sleeping, duration < bound {
            state.withLock { $0.finished.append(duration) }
            advance(by: duration)
        } else {
            try await waitUntilAdvanced(by: duration)
        }
    }

    private func waitUntilAdvanced(by duration: Duration, isGrace: Bool = false) async throws {
        let id = state.withLock { $0.makeID() }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let sleeper = Sleeper(
                    id: id,
                    duration: duration,
                    isGrace: isGrace,
                    wakesAt: .zero,
                    continuation: continuation
                )
                begin(sleeper)
            }
        } onCancel: {
            let sleeper = state.withLock { $0.cancel(id) }
            sleeper?.continuation.resume(throwing: CancellationError())
        }
    }

    private func begin(_ sleeper: Sleeper) {
        let (fate, watchers) = state.withLock { $0.begin(sleeper) }
        for watcher in watchers { watcher.continuation.resume() }
        switch fate {
        case .waits: break
        case .isOver: sleeper.continuation.resume()
        case .isCancelled: sleeper.continuation.resume(throwing: CancellationError())
        }
    }
}
