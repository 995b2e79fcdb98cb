/// Claims and what is done, each with the time at which it ends.
///
/// Its memory is bounded by its capacity: keys are kept as digests. What has ended makes room first, then what is done
/// and would end next; what is being worked on is never dropped.
struct ClaimTable {
    /// A key of any length, as the first 128 bits of its SHA-256.
    struct Key: Hashable {
        let high: UInt64
        let low: UInt64
    }

    private struct Lease {
        let claim: ClaimID
        let end: Int64
    }

    enum Verdict: Hashable {
        case claimed
        /// Claimed, for which a key was dropped that was done and whose time had not ended.
        case claimedInPlaceOfDone
        case busy
        case done
        /// There is no place, and everything that is held is being worked on.
        case full
    }

    private let capacity: Int
    private var leases: [Key: Lease] = [:]
    private var done: [Key: Int64] = [:]
    /// Each lease, and some that were completed, released or renewed.
    private var leaseEnds = ExpiryQueue()
    /// Each key that is done, and no other.
    private var doneEnds = ExpiryQueue()

    init(capacity: Int) {
        self.capacity = max(1, capacity)
    }

    /// The number of keys that are claimed or done.
    var count: Int { leases.count + done.count }

    /// The number of places in the queues, those that stand for nothing among them.
    var queued: Int { leaseEnds.count + doneEnds.count }

    mutating func claim(_ key: Key, as claim: ClaimID, now: Int64, until end: Int64) -> Verdict {
        dropEnded(now)
        if done[key] != nil { return .done }
        var verdict = Verdict.claimed
        if let lease = leases[key] {
            if lease.claim != claim { return .busy }
        } else if count >= capacity {
            guard let next = doneEnds.popFirst() else { return .full }
            done[next.key] = nil
            verdict = .claimedInPlaceOfDone
        }
        leases[key] = Lease(claim: claim, end: end)
        leaseEnds.push(key, until: end)
        compact()
        return verdict
    }

    /// False where the claim does not hold the key.
    mutating func complete(_ key: Key, _ claim: ClaimID, until end: Int64) -> Bool {
        guard leases[key]?.claim == claim else { return false }
        leases[key] = nil
        done[key] = end
        doneEnds.push(key, until: end)
        return true
    }

    mutating func release(_ key: Key, _ claim: ClaimID) {
        if leases[key]?.claim == claim { leases[key] = nil }
    }

    private mutating func dropEnded(_ now: Int64) {
        while let first = leaseEnds.first, first.end < now {
            _ = leaseEnds.popFirst()
            if leases[first.key]?.end == first.end { leases[first.key] = nil }
        }
        while let first = doneEnds.first, first.end < now {
            _ = doneEnds.popFirst()
            done[first.key] = nil
        }
    }

    /// Removes what stands for nothing once it is the greater part, so that each costs a constant number of steps in all.
    private mutating func compact() {
        guard leaseEnds.count > 2 * leases.count + 64 else { return }
        leaseEnds.removeAll { leases[$0.key]?.end != $0.end }
    }
}
