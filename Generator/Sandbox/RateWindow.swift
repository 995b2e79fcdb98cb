/// The requests of one credential in a sliding window.
struct RateWindow: Sendable {
    /// When each admitted request came, in milliseconds since 1970, oldest first.
    private var times: [Int64] = []

    enum Verdict: Sendable, Hashable {
        /// It is admitted, and so many more may come now.
        case admitted(remaining: Int)
        /// It is refused, and the next one may come in so many milliseconds.
        case refused(wait: Int64)
    }

    /// Admits a request where the window has room; a refused one takes none.
    mutating func admit(at now: Int64, _ rate: SandboxRate) -> Verdict {
        let window = Int64(rate.window)
        let expired = times.prefix { now - $0 >= window }.count
        times.removeFirst(expired)
        guard times.count >= rate.limit, let oldest = times.first else {
            times.append(now)
            return .admitted(remaining: rate.limit - times.count)
        }
        return .refused(wait: max(1, oldest + window - now))
    }

    /// The milliseconds until the oldest request leaves the window.
    func wait(at now: Int64, _ rate: SandboxRate) -> Int64 {
        times.first.map { max(0, $0 + Int64(rate.window) - now) } ?? 0
    }

    /// Milliseconds as the whole seconds that a Retry-After header can say, rounded up (RFC 9110, section 10.2.3).
    static func wholeSeconds(_ milliseconds: Int64) -> Int64 {
        milliseconds / 1000 + (milliseconds % 1000 > 0 ? 1 : 0)
    }
}
