import SpecYAML

/// Which failures are worth another attempt, and when.
public struct RetrySpec: Sendable, Readable {
    /// All attempts, the first one included.
    public var attempts: Located<Int>?
    /// The outcomes that are worth another attempt, in the spec's order.
    public var on: [Located<Outcome>] = []
    /// How long to wait.
    public var delay: Located<Delay>?
    /// When the Retry-After header counts; nil where the spec says `none` or nothing (see `saysRetryAfter`).
    public var retryAfter: RetryAfterSpec?
    /// Whether the spec says anything about Retry-After.
    public var saysRetryAfter = false

    /// An outcome that is worth another attempt.
    public enum Outcome: Sendable, Hashable {
        /// No answer came, or none that is HTTP.
        case network
        /// A status, or a range of them.
        case statuses(ClosedRange<Int>)
    }

    /// How long to wait before the next attempt; all times in milliseconds.
    public enum Delay: Sendable, Hashable {
        /// One time after each attempt, the last one repeated.
        case table([Int], jitter: Int)
        /// The time multiplied by the number of failed attempts.
        case linear(Int)
        /// The base, multiplied by the factor each time, never over the cap; `full` jitter draws from 0 to it.
        case exponential(base: Int, factor: Double, cap: Int, fullJitter: Bool)
    }

    static let dialect = Mapping<RetrySpec>("retry", "'retry'") {
        Key("attempts", .int, \.attempts).otherwise("the runtime's")
            .means("All attempts, the first one included; 1 to 10.")
        Key("on", .list(.outcome), \.on).otherwise("the runtime's")
            .means("The outcomes that are worth another attempt.")
        Key("delay", .forms(.table, .linear, .exponential), \.delay).otherwise("the runtime's")
            .means("How long to wait: a table, linear or exponential.")
        Key("retryAfter", .orNone(RetryAfterSpec.dialect.kind), \.statedRetryAfter).otherwise("the runtime's")
            .means("When the Retry-After header counts.")
    }

    /// The rule as it is written: nil for `none`, which is not the same as nothing.
    private var statedRetryAfter: RetryAfterSpec? {
        get { retryAfter }
        set { (retryAfter, saysRetryAfter) = (newValue, true) }
    }
}

extension Kind where Value == Located<RetrySpec.Outcome> {
    fileprivate static var outcome: Kind {
        let expected = "'network', a status or a range such as 500-599"
        return scalar(.either([.words(["network"]), .statuses]), .status, expected) { scalar in
            scalar.text == "network" ? .network : StatusRange.parse(scalar.text).map { .statuses($0) }
        }
    }
}
