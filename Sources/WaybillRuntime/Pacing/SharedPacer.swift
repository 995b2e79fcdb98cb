import Synchronization

/// A pacer that may be slow, fail or be away, and what is known of its clock.
final class SharedPacer: Sendable {
    /// What comes of asking for a place.
    enum Answer: Sendable {
        case place(PacePlace, PacerClock.Due)
        case tooFar
        /// It fails, does not answer, or has done so lately.
        case away
        /// The caller's task was cancelled.
        case cancelled
    }

    private struct State {
        var clock = PacerClock()
        /// How long the last answer took.
        var exchange = Duration.zero
        var isAway = false
        var triesAgainAt = Duration.zero
    }

    /// How long a pacer may take.
    private static let limit = Duration.seconds(2)
    /// How long an outage lasts at least.
    private static let pause = Duration.seconds(5)

    private let pacer: any Pacer
    private let clock: RuntimeClock
    /// Is told of the beginning of an outage, in words.
    private let failed: @Sendable (String) -> Void
    private let state = Mutex(State())

    init(_ pacer: any Pacer, _ clock: RuntimeClock, failed: @escaping @Sendable (String) -> Void) {
        self.pacer = pacer
        self.clock = clock
        self.failed = failed
    }

    /// How far away a place has to be so that it is still to come when the answer is here; zero where answers take no longer than
    /// a place may be late.
    func lead(unlessWithin tolerance: Duration) -> Duration {
        let exchange = state.withLock { $0.exchange }
        return exchange > tolerance ? exchange * 2 : .zero
    }

    /// Takes the next place under a key.
    func reserve(_ key: String, _ rates: [RequestRate], after lead: Duration, within limit: Duration?) async -> Answer {
        if isAway { return .away }
        let answer = await answer(unlessCancelled: Answer.cancelled) { [self] in
            let asked = clock.uptime()
            guard let place = try await pacer.reserve(key, rates, after: lead, within: limit) else { return .tooFar }
            let answered = clock.uptime()
            return state.withLock { state in
                state.exchange = answered - asked
                return .place(place, state.clock.due(place, asked: asked, answered: answered))
            }
        } late: { [self] late in
            // Nobody waits for it any longer.
            if case .place(let place, _) = late { release(key, place) }
        }
        return answer ?? .away
    }

    /// Gives back a place; one that cannot be given back is wasted, and no more.
    func release(_ key: String, _ place: PacePlace) {
        // No part of the caller's task, which may be cancelled.
        Task { [pacer] in try? await pacer.release(key, place) }
    }

    /// Gives out no place under a key for a time.
    func hold(_ key: String, for duration: Duration) async {
        if !isAway { _ = await answer(unlessCancelled: nil) { [pacer] in try await pacer.hold(key, for: duration) } }
    }

    /// What the pacer answers within its limit; nil where it fails.
    private func answer<Answer: Sendable>(
        unlessCancelled cancelled: Answer?,
        _ work: @escaping @Sendable () async throws -> Answer,
        late: @escaping @Sendable (Answer) -> Void = { _ in }
    ) async -> Answer? {
        let end = OnceValue<Answer?>()
        let working = Task {
            do {
                let answer = try await work()
                recover()
                if !end.give(answer) { late(answer) }
            } catch {
                if end.give(nil) { fail("\(type(of: error))") }
            }
        }
        let timing = Task {
            // Not a sleep: a clock that is moved by hand must not let it pass before the pacer has had its say.
            guard (try? await clock.grace(Self.limit)) != nil else { return }
            if end.give(nil) { fail("no answer within \(Self.limit.secondsText)") }
            working.cancel()
        }
        defer { timing.cancel() }
        return await withTaskCancellationHandler {
            await end.value()
        } onCancel: {
            if let cancelled { end.give(cancelled) }
        }
    }

    // MARK: Outages

    /// Whether the pacer is not to be asked now; one call in a while asks all the same.
    private var isAway: Bool {
        let now = clock.uptime()
        return state.withLock { state in
            guard state.isAway else { return false }
            guard state.triesAgainAt <= now else { return true }
            state.triesAgainAt = now + Self.pause
            return false
        }
    }

    private func recover() { state.withLock { $0.isAway = false } }

    private func fail(_ reason: String) {
        let now = clock.uptime()
        let isNew = state.withLock { state in
            defer { (state.isAway, state.triesAgainAt) = (true, now + Self.pause) }
            return !state.isAway
        }
        if isNew { failed(reason) }
    }
}
