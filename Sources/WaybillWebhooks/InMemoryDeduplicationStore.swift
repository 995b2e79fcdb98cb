public import Logging
import Synchronization
public import WaybillRuntime
@_spi(Generated) import WaybillSigning

/// Remembers claims in this process's memory.
///
/// Make one and share it among the webhooks of a process. Other processes do not see it, and a restart empties it; see
/// ``DeduplicationStore`` for stores that are shared.
///
/// It holds up to a million events unless told otherwise, in at most some 120 MB however long the keys are. When it is full,
/// the event that is done and would be forgotten next is forgotten before its time, and a warning is logged, at most once
/// a minute. Where as many events are being worked on as it can hold, another one is not taken: ``Full``.
public final class InMemoryDeduplicationStore: DeduplicationStore {
    /// As many events are being worked on as the store can hold.
    public struct Full: Error, Sendable, Hashable, CustomStringConvertible {
        /// The most events that are held.
        public let capacity: Int

        /// Makes an error by hand, for tests.
        public init(capacity: Int) {
            self.capacity = capacity
        }

        /// What is wrong, in words.
        public var description: String { "the store is full: all of its \(capacity) events are being worked on" }
    }

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
    ///   - capacity: The most events that are held; less than one counts as one.
    ///   - logger: Gets a warning when events are forgotten before their time; no line has a key in it.
    ///   - clock: Where the time comes from; claims last by its uptime, which setting the wall clock does not move.
    public init(
        capacity: Int = 1_000_000,
        logger: Logger = Logger(label: "waybill.webhooks"),
        clock: RuntimeClock = .system
    ) {
        self.capacity = max(1, capacity)
        self.logger = logger
        self.clock = clock
        state = Mutex(State(table: ClaimTable(capacity: capacity)))
    }

    /// The number of events that are held.
    public var count: Int { state.withLock { $0.table.count } }

    /// Claims a key, unless another claim holds it or it is done.
    ///
    /// - Throws: ``Full``.
    public func claim(_ key: String, as claim: ClaimID, lease: Duration) throws(Full) -> ClaimResult {
        let uptime = clock.uptime()
        let (verdict, dropped) = state.withLock { state in
            let (now, end) = (Self.milliseconds(uptime), Self.milliseconds(uptime, after: lease))
            let verdict = state.table.claim(Self.digest(key), as: claim, now: now, until: end)
            return (verdict, Self.report(verdict, uptime, &state))
        }
        if let dropped {
            logger.warning("[webhooks] the store is full: forgot \(dropped) events before their time (of \(capacity))")
        }
        switch verdict {
        case .claimed, .claimedInPlaceOfDone: return .claimed
        case .busy: return .busy
        case .done: return .done
        case .full: throw Full(capacity: capacity)
        }
    }

    /// Turns a claim into a key that is done; false where it no longer holds the key.
    public func complete(_ key: String, _ claim: ClaimID, keepFor: Duration) -> Bool {
        let end = Self.milliseconds(clock.uptime(), after: keepFor)
        return state.withLock { $0.table.complete(Self.digest(key), claim, until: end) }
    }

    /// Frees a key that the claim holds.
    public func release(_ key: String, _ claim: ClaimID) {
        state.withLock { $0.table.release(Self.digest(key), claim) }
    }

    /// The number of events that are due to be reported as forgotten, or nil.
    private static func report(_ verdict: ClaimTable.Verdict, _ uptime: Duration, _ state: inout State) -> Int? {
        guard verdict == .claimedInPlaceOfDone else { return nil }
        state.unreported += 1
        if let last = state.lastReport, uptime - last < .seconds(60) { return nil }
        defer { state.unreported = 0 }
        state.lastReport = uptime
        return state.unreported
    }

    /// The milliseconds that last at least as long as a time, and another after it.
    private static func milliseconds(_ time: Duration, after: Duration = .zero) -> Int64 {
        let milliseconds = ((time + max(.zero, after)).attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
        return Int64(clamping: milliseconds)
    }

    private static func digest(_ key: String) -> ClaimTable.Key {
        let digest = Digest.sha256(key)
        let words = [digest[..<8], digest[8..<16]].map { $0.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
        return ClaimTable.Key(high: words[0], low: words[1])
    }
}
