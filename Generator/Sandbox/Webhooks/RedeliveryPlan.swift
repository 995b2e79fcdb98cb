/// When a delivery that was not acknowledged is sent again.
///
/// The delays are the sandbox's own, and short: nobody wants to wait for the hours that services take.
public struct RedeliveryPlan: Sendable, Hashable {
    /// How often a delivery is tried at most, the first time included; at least 1.
    public var tries: Int
    /// The wait after the first try, in milliseconds; each later one is twice as long, up to 60 s.
    public var delay: Int
    /// How long one try may wait for its answer, in milliseconds.
    public var timeLimit: Int

    /// Makes a plan.
    public init(tries: Int = 5, delay: Int = 200, timeLimit: Int = 10_000) {
        self.tries = max(1, tries)
        self.delay = max(0, delay)
        self.timeLimit = max(1, timeLimit)
    }

    /// Reads `5/200ms`: at most five tries, and 200 ms before the second; nil for anything else.
    public init?(parsing text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let tries = Int(parts[0]), (1...1000).contains(tries),
            let delay = Milliseconds.parse(parts[1])
        else { return nil }
        self.init(tries: tries, delay: delay)
    }

    /// The wait after so many tries in vain, in milliseconds; nil where there is no further one.
    func wait(after tries: Int) -> Int? {
        guard tries < self.tries else { return nil }
        let (doubled, overflow) = delay.multipliedReportingOverflow(by: 1 << min(max(tries - 1, 0), 16))
        return overflow ? 60_000 : min(doubled, 60_000)
    }
}
