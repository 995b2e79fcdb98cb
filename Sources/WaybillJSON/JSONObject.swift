/// An object of JSON: members in the order in which they were written.
///
/// Keys are compared by their bytes of UTF-8, never by canonical equivalence as `String` does it: `é` as one scalar and
/// as two are two keys. Two objects are equal when they have the same members, in whatever order. An empty object costs
/// no allocation, and the whole value is one word.
public struct JSONObject: Sendable {
    /// A key and its value.
    public typealias Element = (key: String, value: JSONValue)

    /// None or one: an array of one element is a box of one word with copy-on-write.
    private var contents: [JSONObjectContents] = []

    /// Makes an object without members.
    public init() {}

    /// Makes an object of contents that were put together elsewhere.
    init(_ contents: JSONObjectContents) {
        if !contents.members.isEmpty { self.contents = [contents] }
    }

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
        get { contents.first?.value(of: key) }
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
        guard !contents.isEmpty, let removed = contents[0].removeValue(of: key) else { return nil }
        if contents[0].members.isEmpty { contents = [] }
        return removed
    }

    /// Sets a member; true when it took another's place.
    @discardableResult
    mutating func set(_ key: String, _ value: JSONValue) -> Bool {
        if contents.isEmpty { contents.append(JSONObjectContents()) }
        return contents[0].set(key, value, mark: JSONObjectContents.mark(of: key.utf8))
    }

    /// Takes over another object's members with these keys, as far as it has them.
    @_spi(Generated)
    public mutating func take(_ keys: [StaticString], from other: JSONObject) {
        for key in keys {
            if let value = other["\(key)"] { set("\(key)", value) }
        }
    }
}

extension JSONObject: RandomAccessCollection {
    /// Position of the first member.
    public var startIndex: Int { 0 }

    /// Position after the last member.
    public var endIndex: Int { contents.isEmpty ? 0 : contents[0].members.count }

    /// The member at a position.
    public subscript(position: Int) -> Element {
        let member = contents[0].members[position]
        return (member.key, member.value)
    }
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
