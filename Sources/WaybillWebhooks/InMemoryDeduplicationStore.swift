public import Logging
import Synchronization
public import WaybillRuntime
@_spi(Generated) import WaybillSigning

/// Remembers claims in this process's memory.
///
/// Make one and share it among the webhooks of a process. Other processes do not see it, and a restart empties it; see
/// ``DeduplicationStore`` for stores that are shared.
///
/// It holds up to a million claims unless told otherwise, in at most some 120 MB however long the keys are. When it is full
/// the oldest claim is dropped before its time, and a warning is logged, at most once a minute.
public final class InMemoryDeduplicationStore: DeduplicationStore {
    private struct State {
        var table: ClaimTable
        var unreported = 0
        var lastReport: Duration?
    }

    private let capacity: Int
    private let logger: Logger
    private let clock: RuntimeClock
    private let state: Mutex<State>

    /// Makes a store.
    ///
    /// - Parameters:
    ///   - capacity: The most claims that are held; less than one counts as one.
    ///   - logger: Gets a warning when claims are dropped before their time; no line has a key in it.
    ///   - clock: Where the time comes from; claims last by its uptime, which setting the wall clock does not move.
    public init(
        capacity: Int = 1_000_000,
        logger: Logger = Logger(label: "waybill.webhooks"),
        clock: RuntimeClock = .system
    ) {
        self.capacity = capacity
        self.logger = logger
        self.clock = clock
        state = Mutex(State(table: ClaimTable(capacity: capacity)))
    }

    /// The number of claims that are held.
    public var count: Int { state.withLock { $0.table.count } }

    /// Claims a key, unless it is claimed.
    public func claim(_ key: String, keepFor: Duration) -> Bool {
        let uptime = clock.uptime()
        let now = uptime.components.seconds
        let (end, overflow) = now.addingReportingOverflow(Self.wholeSeconds(keepFor))
        let (isFirst, dropped) = state.withLock { state in
            let verdict = state.table.claim(Self.digest(key), now: now, until: overflow ? .max : end)
            return (verdict != .duplicate, Self.report(verdict, uptime, &state))
        }
        if let dropped {
            logger.warning("[webhooks] the store is full: dropped \(dropped) of its oldest claims (of \(capacity))")
        }
        return isFirst
    }

    /// Gives a claim up.
    public func release(_ key: String) {
        state.withLock { $0.table.release(Self.digest(key)) }
    }

    /// The number of claims that are due to be reported as dropped, or nil.
    private static func report(_ verdict: ClaimTable.Verdict, _ uptime: Duration, _ state: inout State) -> Int? {
        guard verdict == .firstInPlaceOfOldest else { return nil }
        state.unreported += 1
        if let last = state.lastReport, uptime - last < .seconds(60) { return nil }
        defer { state.unreported = 0 }
        state.lastReport = uptime
        return state.unreported
    }

    /// The seconds that last at least as long.
    private static func wholeSeconds(_ duration: Duration) -> Int64 {
        let (seconds, attoseconds) = duration.components
        let (sum, overflow) = seconds.addingReportingOverflow(attoseconds > 0 ? 1 : 0)
        return overflow ? .max : max(0, sum)
    }

    private static func digest(_ key: String) -> ClaimTable.Key {
        let digest = Digest.sha256(key)
        let words = [digest[..<8], digest[8..<16]].map { $0.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
        return ClaimTable.Key(high: words[0], low: words[1])
    }
}
