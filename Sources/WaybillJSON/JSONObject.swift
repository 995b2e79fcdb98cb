/// An object of JSON: members in the order in which they were written.
///
/// Keys are compared by their bytes of UTF-8, never by canonical equivalence as `String` does it: `é` as one scalar and
/// as two are two keys. Two objects are equal when they have the same members, in whatever order. An empty object costs
/// no allocation, and the whole value is one word.
public struct JSONObject: Sendable {
    /// A key and its value.
    public typealias Element = (key: String, value: JSONValue)

    private struct Contents: Sendable {
        var members: [Element] = []
        /// Where each key stands; kept only when there are more than a few members.
        var table = JSONKeyTable()
    }

    /// None or one: an array of one element is a box of one word with copy-on-write.
    private var contents: [Contents] = []

    /// From this number of members on a table is quicker than looking at each.
    private static let indexedCount = 16

    /// Makes an object without members.
    public init() {}

    /// Makes an object from members; of those with the same key the last wins.
    public init(_ members: some Sequence<Element>) {
        for (key, value) in members { set(key, value) }
    }

    /// The keys, in order.
    public var keys: [String] { map(\.key) }

    /// The value under a key, or nil when there is none.
    ///
    /// Setting nil removes the member.
    public subscript(key: String) -> JSONValue? {
        get { position(of: key).map { contents[0].members[$0].value } }
        set {
            if let newValue {
                set(key, newValue)
            } else {
                removeValue(forKey: key)
            }
        }
    }

    /// Takes a member out, and returns its value if there was one.
    @discardableResult
    public mutating func removeValue(forKey key: String) -> JSONValue? {
        guard let position = position(of: key) else { return nil }
        let removed = contents[0].members.remove(at: position)
        contents[0].table = JSONKeyTable()
        if contents[0].members.isEmpty { contents = [] }
        if count >= Self.indexedCount { indexMembers() }
        return removed.value
    }

    /// Sets a member; true when it took another's place.
    @discardableResult
    mutating func set(_ key: String, _ value: JSONValue) -> Bool {
        let hash = count >= Self.indexedCount ? JSONKeyTable.hash(of: key) : 0
        if let position = position(of: key, hash: hash) {
            contents[0].members[position].value = value
            return true
        }
        if contents.isEmpty { contents.append(Contents()) }
        contents[0].members.append((key, value))
        if count > Self.indexedCount {
            contents[0].table.insert(hash: hash, position: count - 1)
        } else if count == Self.indexedCount {
            indexMembers()
        }
        return false
    }

    /// Takes over another object's members with these keys, as far as it has them.
    @_spi(Generated)
    public mutating func take(_ keys: [StaticString], from other: JSONObject) {
        for key in keys {
            if let value = other["\(key)"] { set("\(key)", value) }
        }
    }

    private mutating func indexMembers() {
        for (position, member) in contents[0].members.enumerated() {
            contents[0].table.insert(hash: JSONKeyTable.hash(of: member.key), position: position)
        }
    }

    private func position(of key: String) -> Int? {
        position(of: key, hash: count >= Self.indexedCount ? JSONKeyTable.hash(of: key) : 0)
    }

    /// - Parameter hash: The key's hash, if there are so many members that it matters.
    private func position(of key: String, hash: UInt32) -> Int? {
        guard !contents.isEmpty else { return nil }
        if count < Self.indexedCount { return contents[0].members.firstIndex { JSONKey($0.key) == JSONKey(key) } }
        return contents[0].table.position(hash: hash) { JSONKey(contents[0].members[$0].key) == JSONKey(key) }
    }
}

extension JSONObject: RandomAccessCollection {
    /// Position of the first member.
    public var startIndex: Int { 0 }

    /// Position after the last member.
    public var endIndex: Int { contents.isEmpty ? 0 : contents[0].members.count }

    /// The member at a position.
    public subscript(position: Int) -> Element { contents[0].members[position] }
}

extension JSONObject: Hashable {
    /// Whether both have the same members, in whatever order.
    public static func == (left: JSONObject, right: JSONObject) -> Bool {
        JSONValue.object(left) == .object(right)
    }

    /// Feeds the members to a hasher, so that their order does not matter; what lies inside them counts by its kind and
    /// size only.
    public func hash(into hasher: inout Hasher) {
        var sum = 0
        for (key, value) in self {
            var member = Hasher()
            member.combine(JSONKey(key))
            value.hashOutside(into: &member)
            sum &+= member.finalize()
        }
        hasher.combine(count)
        hasher.combine(sum)
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// Makes an object from a literal; of members with the same key the last wins.
    public init(dictionaryLiteral members: (String, JSONValue)...) {
        for (key, value) in members { set(key, value) }
    }
}

extension JSONObject: CustomStringConvertible {
    /// The object as compact JSON.
    public var description: String { JSONValue.object(self).description }
}
