import Synchronization

/// Has a place for each request of a client that keeps to a rate.
final class PaceKeeper: Sendable {
    /// What a call gets.
    enum End: Sendable {
        /// It may be sent; the place is nil where none is needed, or the client goes on without.
        case go(Place?)
        /// The caller's task was cancelled.
        case cancelled
        /// There is no place before the call's limit.
        case expired
        /// The pacer is away, and nothing is to be sent meanwhile.
        case refused
    }

    /// A place that has come, for a request that is about to be sent.
    typealias Place = PaceLine.Held

    private enum Reservation: Sendable {
        case place(PacePlace, giveBack: @Sendable () -> Void)
        case tooFar
        case unpaced
        case refused
        case cancelled
    }

    private struct Outage {
        var isOn = false
        var triesAgainAt = Duration.zero
    }

    /// How long a pacer may take.
    private static let limit = Duration.seconds(2)
    /// How long an outage lasts at least.
    private static let pause = Duration.seconds(5)
    /// How long a refusal without `Retry-After` holds everybody.
    private static let hold = Duration.seconds(1)
    /// The longest that one may hold where the windows are shorter.
    private static let longestHold = Duration.seconds(60)

    private let pacing: Pacing
    private let definition: ClientDefinition
    private let digest: String
    private let clock: RuntimeClock
    /// The places of this process.
    private let local: InMemoryPacer
    /// Is told of the beginning of an outage, in words.
    private let pacerFailed: @Sendable (String) -> Void
    private let outage = Mutex(Outage())

    init(
        _ pacing: Pacing,
        _ definition: ClientDefinition,
        _ credentials: [Credential],
        _ clock: RuntimeClock,
        pacerFailed: @escaping @Sendable (String) -> Void
    ) {
        self.pacing = pacing
        self.definition = definition
        digest = PaceKey.digest(credentials)
        self.clock = clock
        local = InMemoryPacer(clock.paceLines.places, clock)
        self.pacerFailed = pacerFailed
    }

    /// Waits for the place of a request.
    /// - Parameters:
    ///   - operation: What is to be sent.
    ///   - deadline: When the call ends, in uptime.
    ///   - tell: Is told of each wait and how long it is going to be.
    func place(
        for operation: String,
        _ priority: CallPriority,
        until deadline: Duration?,
        telling tell: (Duration) -> Void
    ) async -> End {
        let (scope, rates) = pacing.rates(of: operation, definition)
        guard !rates.isEmpty else { return .go(nil) }
        let key = self.key(scope)
        let line = self.line(key)
        let turn = line.turn(priority)
        while true {
            if Task.isCancelled { return .cancelled }
            let left = deadline.map { $0 - clock.uptime() }
            if let left, left <= .zero { return .expired }
            // Where others go after this call the last place is theirs, and may be further away.
            let limit = line.hasWaiters(after: turn) ? nil : left
            let holds = line.holds
            switch await reservation(key, rates, within: limit) {
            case .tooFar: return .expired
            case .unpaced: return .go(nil)
            case .refused: return .refused
            case .cancelled: return .cancelled
            case .place(let place, let giveBack):
                let held = Place(due: clock.uptime() + place.wait, holds: holds, giveBack: giveBack)
                switch await line.wait(turn, bringing: held, until: deadline, clock, telling: tell) {
                case .go(let place):
                    guard line.isHeld(place, now: clock.uptime()) else { return .go(place) }
                    place.giveBack()
                case .cancelled(let spare):
                    spare.giveBack()
                    return .cancelled
                case .expired(let spare):
                    spare.giveBack()
                    return .expired
                }
            }
        }
    }

    /// Holds everybody after a refusal.
    func hold(_ operation: String, for retryAfter: Duration?) async {
        let (scope, rates) = pacing.rates(of: operation, definition)
        guard !rates.isEmpty else { return }
        let longest = max(Self.longestHold, rates.map(\.window).max() ?? .zero)
        let duration = min(max(retryAfter ?? Self.hold, .zero), longest)
        let key = self.key(scope)
        line(key).hold(until: clock.uptime() + duration)
        guard let pacer = pacing.pacer else { return local.hold(key, for: duration) }
        if !isAway { _ = await answer(unlessCancelled: nil) { try await pacer.hold(key, for: duration) } }
    }

    private func key(_ scope: String) -> String { PaceKey.text(api: definition.api, scope: scope, digest: digest) }

    private func line(_ key: String) -> PaceLine {
        clock.paceLines.line(pacing.pacer == nil ? key : "shared:\(key)")
    }

    // MARK: Asking the pacer

    private func reservation(_ key: String, _ rates: [RequestRate], within limit: Duration?) async -> Reservation {
        guard let pacer = pacing.pacer else { return own(key, rates, within: limit) }
        if isAway { return withoutPacer(key, rates, within: limit) }
        let answer = await answer(unlessCancelled: Reservation.cancelled) {
            guard let place = try await pacer.reserve(key, rates, within: limit) else { return .tooFar }
            return .place(place) { Self.release(key, place, pacer) }
        } late: { late in
            // Nobody waits for it any longer.
            if case .place(_, let giveBack) = late { giveBack() }
        }
        return answer ?? withoutPacer(key, rates, within: limit)
    }

    /// The place of this process alone.
    private func own(_ key: String, _ rates: [RequestRate], within limit: Duration?) -> Reservation {
        guard let place = local.reserve(key, rates, within: limit) else { return .tooFar }
        return .place(place) { [local] in local.release(key, place) }
    }

    private func withoutPacer(_ key: String, _ rates: [RequestRate], within limit: Duration?) -> Reservation {
        switch pacing.outage {
        case .unpaced: .unpaced
        case .refuse: .refused
        case .share(let parts): own("share:\(key)", rates.map { $0.share(of: parts) }, within: limit)
        }
    }

    /// No part of the caller's task, which may be cancelled; a place that is not given back is wasted, and no more.
    private static func release(_ key: String, _ place: PacePlace, _ pacer: any Pacer) {
        Task { try? await pacer.release(key, place) }
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
        return outage.withLock { outage in
            guard outage.isOn else { return false }
            guard outage.triesAgainAt <= now else { return true }
            outage.triesAgainAt = now + Self.pause
            return false
        }
    }

    private func recover() { outage.withLock { $0.isOn = false } }

    private func fail(_ reason: String) {
        let now = clock.uptime()
        let isNew = outage.withLock { outage in
            defer { outage = Outage(isOn: true, triesAgainAt: now + Self.pause) }
            return !outage.isOn
        }
        if isNew { pacerFailed(reason) }
    }
}
