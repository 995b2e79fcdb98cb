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
        case place(due: Duration, giveBack: @Sendable () -> Void)
        case tooFar
        case unpaced
        case refused
        case cancelled
    }

    /// A call that waits for its place.
    private struct Waiter {
        let key: String
        let rates: PacedRates
        let line: PaceLine
        let turn: PaceLine.Turn
        let deadline: Duration?
    }

    /// How long a refusal without `Retry-After` holds everybody.
    private static let hold = Duration.seconds(1)
    /// The longest that one may hold where the windows are shorter.
    private static let longestHold = Duration.seconds(60)
    /// How many places a call takes at most where it comes too late for them.
    private static let mostPlaces = 8

    private let pacing: Pacing
    private let api: String
    private let documented: DocumentedRates
    private let digest: String
    private let clock: RuntimeClock
    private let lines: PaceLines
    /// The places of this process.
    private let local: InMemoryPacer
    private let shared: SharedPacer?

    init(
        _ pacing: Pacing,
        api: String,
        _ documented: DocumentedRates,
        _ credentials: [Credential],
        _ clock: RuntimeClock,
        pacerFailed: @escaping @Sendable (String) -> Void
    ) {
        self.pacing = pacing
        self.api = api
        self.documented = documented
        digest = PaceKey.digest(credentials)
        self.clock = clock
        lines = clock.share.value(PaceLines.init)
        local = InMemoryPacer(lines.places, clock)
        shared = pacing.pacer.map { SharedPacer($0, clock, failed: pacerFailed) }
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
        let rates = pacing.rates(of: operation, documented)
        guard !rates.isEmpty else { return .go(nil) }
        let key = self.key(rates.scope)
        let line = self.line(key)
        let turn = line.turn(priority)
        let waiter = Waiter(key: key, rates: rates, line: line, turn: turn, deadline: deadline)
        guard shared != nil else { return await place(waiter, telling: tell) }
        let turnstile = line.turnstile(priority)
        if turnstile.isFull, line.isFull(until: deadline, after: turn) { return .expired }
        switch await turnstile.enter(turn, until: deadline, clock) {
        case .cancelled: return .cancelled
        case .expired: return .expired
        case .entered:
            defer { turnstile.leave() }
            return await place(waiter, telling: tell)
        }
    }

    private func place(_ waiter: Waiter, telling tell: (Duration) -> Void) async -> End {
        let line = waiter.line
        var taken = 0
        var lead = Duration.zero
        while true {
            if Task.isCancelled { return .cancelled }
            let left = waiter.deadline.map { $0 - clock.uptime() }
            if let left, left <= .zero { return .expired }
            // Where others go after this call the last place is theirs, and may be further away.
            let limit = line.hasWaiters(after: waiter.turn) ? nil : left
            let holds = line.holds
            // A pacer whose answers take longer than a place may be late is asked for one that is still to come then.
            lead = max(lead * 2, waiter.rates.tolerance.flatMap { shared?.lead(unlessWithin: $0) } ?? .zero)
            switch await reservation(waiter.key, waiter.rates.rates, after: lead, within: limit) {
            case .tooFar: return .expired
            case .unpaced: return .go(nil)
            case .refused: return .refused
            case .cancelled: return .cancelled
            case .place(let due, let giveBack):
                taken += 1
                let end = waiter.rates.tolerance.map { due + $0 }
                let held = Place(due: due, end: end, holds: holds, giveBack: giveBack)
                switch await line.wait(waiter.turn, bringing: held, until: waiter.deadline, clock, telling: tell) {
                case .go(let place):
                    let now = clock.uptime()
                    let isLate = taken < Self.mostPlaces && place.end.map { $0 < now } == true
                    if !isLate, !line.isHeld(place, now: now) { return .go(place) }
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
        let rates = pacing.rates(of: operation, documented)
        guard !rates.isEmpty else { return }
        let longest = max(Self.longestHold, rates.rates.map(\.window).max() ?? .zero)
        let duration = min(max(retryAfter ?? Self.hold, .zero), longest)
        let key = self.key(rates.scope)
        line(key).hold(until: clock.uptime() + duration)
        guard let shared else { return local.hold(key, for: duration) }
        await shared.hold(key, for: duration)
    }

    private func key(_ scope: String) -> String { PaceKey.text(api: api, scope: scope, digest: digest) }

    private func line(_ key: String) -> PaceLine { lines.line(shared == nil ? key : "shared:\(key)") }

    // MARK: Asking for places

    private func reservation(
        _ key: String,
        _ rates: [RequestRate],
        after lead: Duration,
        within limit: Duration?
    ) async -> Reservation {
        guard let shared else { return own(key, rates, within: limit) }
        return switch await shared.reserve(key, rates, after: lead, within: limit) {
        case .place(let place, let due): .place(due: due.time) { shared.release(key, place) }
        case .tooFar: .tooFar
        case .cancelled: .cancelled
        case .away: withoutPacer(key, rates, within: limit)
        }
    }

    /// The place of this process alone.
    private func own(_ key: String, _ rates: [RequestRate], within limit: Duration?) -> Reservation {
        let now = clock.uptime()
        guard let place = local.reserve(key, rates, after: .zero, within: limit) else { return .tooFar }
        return .place(due: now + place.wait) { [local] in local.release(key, place) }
    }

    private func withoutPacer(_ key: String, _ rates: [RequestRate], within limit: Duration?) -> Reservation {
        switch pacing.outage {
        case .unpaced: .unpaced
        case .refuse: .refused
        case .share(let parts): own("share:\(key)", rates.map { $0.share(of: parts) }, within: limit)
        }
    }
}
