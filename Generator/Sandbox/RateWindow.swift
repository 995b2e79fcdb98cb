/// The requests of one credential in sliding windows.
struct RateWindow: Sendable {
    /// When each admitted request came, in milliseconds since 1970, oldest first.
    private var times: [Int64] = []

    enum Verdict: Sendable, Hashable {
        /// It is admitted, and so many more may come now by the window that leaves the fewest.
        case admitted(SandboxRate, remaining: Int)
        /// It is refused, and the next one may come in so many milliseconds by the window that makes it wait longest.
        case refused(SandboxRate, wait: Int64)
    }

    /// Admits a request where each of the windows has room; a refused one takes none.
    mutating func admit(at now: Int64, _ rates: [SandboxRate]) -> Verdict {
        let longest = Int64(rates.map(\.window).max() ?? 0)
        times.removeFirst(times.prefix { now - $0 >= longest }.count)
        let waits = rates.compactMap { rate -> (rate: SandboxRate, wait: Int64)? in
            guard times.count >= rate.limit else { return nil }
            let wait = times[times.count - rate.limit] + Int64(rate.window) - now
            return wait > 0 ? (rate, wait) : nil
        }
        if let longest = waits.max(by: { $0.wait < $1.wait }) { return .refused(longest.rate, wait: longest.wait) }
        times.append(now)
        let left = rates.map { rate in
            (rate: rate, remaining: rate.limit - times.count { now - $0 < Int64(rate.window) })
        }
        guard let fewest = left.min(by: { $0.remaining < $1.remaining }) else {
            return .admitted(SandboxRate(limit: .max, window: 1), remaining: .max)
        }
        return .admitted(fewest.rate, remaining: fewest.remaining)
    }

    /// The milliseconds until the oldest request leaves the window.
    func wait(at now: Int64, _ rate: SandboxRate) -> Int64 {
        times.first { now - $0 < Int64(rate.window) }.map { $0 + Int64(rate.window) - now } ?? 0
    }

    /// Milliseconds as the whole seconds that a Retry-After header can say, rounded up (RFC 9110, section 10.2.3).
    static func wholeSeconds(_ milliseconds: Int64) -> Int64 {
        milliseconds / 1000 + (milliseconds % 1000 > 0 ? 1 : 0)
    }
}
