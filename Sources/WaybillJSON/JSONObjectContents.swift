/// The members of an object in order, and what finds them.
struct JSONObjectContents: Sendable {
    /// A key and its value; tuples in an array are destroyed member by member, through what the runtime knows of tuples.
    struct Member: Sendable {
        let key: String
        var value: JSONValue
    }

    private(set) var members: [Member] = []
    /// The marks of all keys; most keys are known to be new by it, and not looked for.
    private var marks: UInt64 = 0
    /// Where each key stands; kept only when there are more than a few members.
    private var table = JSONKeyTable()

    /// From this number of members on a table is quicker than looking at each.
    private static let indexedCount = 64

    /// The mark of a key: one of 64 bits, the same for equal bytes.
    static func mark(of key: some BidirectionalCollection<UInt8>) -> UInt64 {
        mark(first: key.first ?? 0, last: key.last ?? 0, count: key.count)
    }

    /// The mark of a key, by its ends and its length; the ends of an empty one are zero.
    static func mark(first: UInt8, last: UInt8, count: Int) -> UInt64 {
        1 &<< (UInt64(first) &* 5 &+ UInt64(last) &* 11 &+ UInt64(truncatingIfNeeded: count) &* 17)
    }

    /// The value under a key.
    func value(of key: String) -> JSONValue? { position(of: key).map { members[$0].value } }

    /// Sets room aside.
    mutating func reserveCapacity(_ count: Int) { members.reserveCapacity(count) }

    /// Sets a member; true when it took another's place.
    mutating func set(_ key: String, _ value: JSONValue, mark: UInt64) -> Bool {
        if marks & mark != 0, let position = position(of: key) {
            members[position].value = value
            return true
        }
        marks |= mark
        members.append(Member(key: key, value: value))
        if members.count > Self.indexedCount {
            table.insert(hash: JSONKeyTable.hash(of: key), position: members.count - 1)
        } else if members.count == Self.indexedCount {
            indexMembers()
        }
        return false
    }

    /// Takes a member out, and returns its value if there was one.
    mutating func removeValue(of key: String) -> JSONValue? {
        guard let position = position(of: key) else { return nil }
        let removed = members.remove(at: position)
        table = JSONKeyTable()
        if members.count >= Self.indexedCount { indexMembers() }
        return removed.value
    }

    private mutating func indexMembers() {
        for (position, member) in members.enumerated() {
            table.insert(hash: JSONKeyTable.hash(of: member.key), position: position)
        }
    }

    private func position(of key: String) -> Int? {
        let isKey = { (position: Int) in JSONKey(members[position].key) == JSONKey(key) }
        if members.count < Self.indexedCount { return members.indices.first(where: isKey) }
        return table.position(hash: JSONKeyTable.hash(of: key), where: isKey)
    }
}
