/// Finds a key's place among many members: a hash table of eight bytes a slot, with linear probing.
///
/// Smaller than a dictionary, and it never hashes a key again when it grows. Hashes are seeded anew in each process, so
/// that a document cannot be made to collide.
struct JSONKeyTable: Sendable {
    /// Zero where nothing is; else the hash in the upper half and the position plus one in the lower.
    private var slots: [UInt64] = []
    private var count = 0

    /// The hash of a key: equal for equal bytes only, except by chance.
    static func hash(of key: String) -> UInt32 {
        var hasher = Hasher()
        JSONBytes.hash(key, into: &hasher)
        return UInt32(truncatingIfNeeded: hasher.finalize())
    }

    /// The first position with a hash that passes a test.
    func position(hash: UInt32, where isKey: (Int) -> Bool) -> Int? {
        guard !slots.isEmpty else { return nil }
        var index = Int(hash) & (slots.count - 1)
        while slots[index] != 0 {
            let position = Int(slots[index] & 0xFFFF_FFFF) - 1
            if slots[index] >> 32 == UInt64(hash), isKey(position) { return position }
            index = (index + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Takes in a key that is not there yet.
    mutating func insert(hash: UInt32, position: Int) {
        if count * 2 >= slots.count { grow() }
        count += 1
        put(UInt64(hash) << 32 | UInt64(UInt32(clamping: position + 1)))
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: 0, count: max(64, old.count * 2))
        for slot in old where slot != 0 { put(slot) }
    }

    private mutating func put(_ slot: UInt64) {
        var index = Int(slot >> 32) & (slots.count - 1)
        while slots[index] != 0 { index = (index + 1) & (slots.count - 1) }
        slots[index] = slot
    }
}
