/// How long to wait between two attempts.
@_spi(Generated)
public enum RetrySchedule: Sendable {
    /// These delays, one after the other; the last one repeats. Up to `jitter` is added.
    case table([Duration], jitter: Duration = .zero)
    /// The step after the first failure, twice the step after the second, and so on.
    case linear(Duration)
    /// `base`, growing by `factor` each time, up to `cap`. After 429 without a wait of the server's own `throttledBase`
    /// stands for `base`.
    case exponential(
        base: Duration,
        factor: Double = 2,
        cap: Duration,
        jitter: BackoffJitter = .full,
        throttledBase: Duration? = nil
    )
    /// What the closure says for the number of the attempt that just failed, from 1.
    case custom(@Sendable (Int) -> Duration)

    /// No delay is longer than this, whatever a schedule says.
    static let longest: Duration = .seconds(86_400)

    /// The delay after an attempt.
    /// - Parameters:
    ///   - attempt: The number of the attempt that just failed, from 1; any number is taken.
    ///   - random: A random number, 0 inclusive to 1 exclusive.
    ///   - isThrottled: Whether the server said 429.
    public func delay(afterAttempt attempt: Int, random: Double, isThrottled: Bool = false) -> Duration {
        let number = max(attempt, 1)
        let delay =
            switch self {
            case .table(let delays, let jitter): Self.entry(delays, number) + jitter * random
            case .linear(let step): min(step, Self.longest) * min(number, 1_000_000)
            case .exponential(let base, let factor, let cap, let jitter, let throttledBase):
                Self.bound(isThrottled ? throttledBase ?? base : base, factor, cap, number)
                    * (jitter == .full ? random : 1)
            case .custom(let delay): delay(number)
            }
        return min(max(delay, .zero), Self.longest)
    }

    private static func entry(_ delays: [Duration], _ number: Int) -> Duration {
        guard let last = delays.last else { return .zero }
        return number <= delays.count ? delays[number - 1] : last
    }

    /// `base × factor^(number - 1)`, at most `cap`; the loop is bounded since growth may be as slow as it likes.
    private static func bound(_ base: Duration, _ factor: Double, _ cap: Duration, _ number: Int) -> Duration {
        let cap = min(cap, longest).inSeconds
        var bound = base.inSeconds
        for _ in 1..<min(number, 2_000) where bound < cap { bound *= factor }
        return .seconds(min(bound, cap))
    }

    /// What makes the schedule unusable, or nil.
    var fault: String? {
        switch self {
        case .table(let delays, let jitter):
            if delays.isEmpty { return "must have at least one delay" }
            return (delays + [jitter]).contains { !Self.isUsable($0) } ? Self.outOfRange : nil
        case .linear(let step): return Self.isUsable(step) ? nil : Self.outOfRange
        case .exponential(let base, let factor, let cap, _, let throttledBase):
            if ![base, cap, throttledBase ?? base].allSatisfy(Self.isUsable) { return Self.outOfRange }
            return factor.isFinite && (1...1_000).contains(factor) ? nil : "must have a factor of 1 to 1000"
        case .custom: return nil
        }
    }

    private static let outOfRange = "must have delays of 0 to 24 hours"

    private static func isUsable(_ delay: Duration) -> Bool { delay >= .zero && delay <= longest }
}
