/// Claims with the time at which each ends, in the order in which they were made.
///
/// Its memory is bounded by its capacity: keys are kept as digests, and the oldest claim makes room for a new one.
struct ClaimTable {
    /// A key of any length, as the first 128 bits of its SHA-256.
    struct Key: Hashable {
        let high: UInt64
        let low: UInt64
    }

    private struct Slot {
        /// Nil where the claim was given up.
        var key: Key?
        let end: Int64
    }

    enum Verdict: Hashable {
        case first
        /// The first of its key, for which the oldest claim that still held was dropped.
        case firstInPlaceOfOldest
        case duplicate
    }

    private let capacity: Int
    private var slots: [Slot] = []
    /// The number of slots that were removed in front of the first one.
    private var removed = 0
    /// The slots at the front that are empty and not yet removed.
    private var head = 0
    /// For each claimed key its slot, counted from the first slot ever.
    private var positions: [Key: Int] = [:]

    init(capacity: Int) {
        self.capacity = max(1, capacity)
    }

    /// The number of claims.
    var count: Int { positions.count }

    /// The number of places in use, empty ones among them.
    var slotCount: Int { slots.count }

    /// Claims a key from one second to another.
    mutating func claim(_ key: Key, now: Int64, until end: Int64) -> Verdict {
        dropExpired(now)
        if let position = positions[key] {
            if slots[position - removed].end >= now { return .duplicate }
            release(key)
        }
        let isFull = count >= capacity
        if isFull { dropOldest() }
        positions[key] = removed + slots.count
        slots.append(Slot(key: key, end: end))
        compact()
        return isFull ? .firstInPlaceOfOldest : .first
    }

    mutating func release(_ key: Key) {
        guard let position = positions.removeValue(forKey: key) else { return }
        slots[position - removed].key = nil
    }

    /// Removes the claims at the front that have ended or were given up.
    private mutating func dropExpired(_ now: Int64) {
        while head < slots.count {
            if let key = slots[head].key {
                guard slots[head].end < now else { return }
                release(key)
            }
            head += 1
        }
    }

    private mutating func dropOldest() {
        while head < slots.count {
            defer { head += 1 }
            guard let key = slots[head].key else { continue }
            return release(key)
        }
    }

    /// Removes empty slots once they are the greater part, so that each costs a constant number of steps in all.
    private mutating func compact() {
        guard slots.count > 2 * count + 64 else {
            if head > slots.count / 2 { removeHead() }
            return
        }
        slots = slots[head...].filter { $0.key != nil }
        removed = 0
        head = 0
        for (position, slot) in slots.enumerated() {
            if let key = slot.key { positions[key] = position }
        }
    }

    private mutating func removeHead() {
        slots.removeFirst(head)
        removed += head
        head = 0
    }
}
