/// Where the members of a document's object stand, after one walk over all of it that makes nothing.
///
/// What has an outline is JSON, and none of its objects has a key twice: two readers of it see the same values. That is told without the
/// strings and the tree of a ``JSONValue``, which cost five times as much.
@_spi(Generated)
public struct JSONOutline: Sendable {
    /// An object with more members is left to the tree, which has a table of its keys.
    private static let mostMembers = 64

    private struct Member {
        let key: Range<Int>
        let value: Int
    }

    /// A container that is open; an array has no keys.
    private struct Open {
        let isObject: Bool
        let firstKey: Int
        var marks: UInt64 = 0
    }

    private let bytes: [UInt8]
    private let members: [Member]
    private let maximumDepth: Int

    /// Walks over a document.
    ///
    /// Nil where it is not known to be unambiguous: where it is no JSON or too deep, has a key twice, or an object has a key with
    /// escapes or very many keys. A ``JSONValue`` then tells which of these it is.
    public init?(of bytes: [UInt8], options: JSONParsingOptions = JSONParsingOptions()) {
        let members = JSONBytes.withView(of: bytes) { view in
            var reader = JSONReader(view, maximumDepth: options.maximumDepth, refusesDuplicateKeys: true)
            return Self.members(&reader)
        }
        guard let members else { return nil }
        self.members = members
        self.bytes = bytes
        maximumDepth = options.maximumDepth
    }

    /// Reads a text from the value of a member of the document; nil where there is none, or where it cannot be read.
    public func text(of key: String, _ read: (inout JSONReader) -> String?) -> String? {
        JSONBytes.withView(of: bytes) { view -> String? in
            let isKey: (Member) -> Bool = { member in
                JSONBytes.withView(of: key) { view.matches($0, at: member.key.lowerBound, length: member.key.count) }
            }
            guard let member = members.first(where: isKey) else { return nil }
            var reader = JSONReader(view, maximumDepth: maximumDepth, refusesDuplicateKeys: false)
            reader.position = member.value
            let text = read(&reader)
            return reader.fault == nil ? text : nil
        }
    }

    /// The members of the document, if it is an object.
    private static func members(_ reader: inout JSONReader) -> [Member]? {
        var members: [Member] = []
        var open: [Open] = []
        var keys: [Range<Int>] = []
        members.reserveCapacity(8)
        open.reserveCapacity(4)
        keys.reserveCapacity(32)
        repeat {
            if let isObject = reader.enterOrSkip() { open.append(Open(isObject: isObject, firstKey: keys.count)) }
            while let last = open.last {
                guard last.isObject ? reader.nextKey() : reader.nextElement() else {
                    keys.removeSubrange(last.firstKey...)
                    open.removeLast()
                    continue
                }
                guard last.isObject else { break }
                guard note(&keys, &open[open.count - 1], &reader) else { return nil }
                if open.count == 1 { members.append(Member(key: keys[keys.count - 1], value: reader.position)) }
                break
            }
        } while !open.isEmpty && reader.fault == nil
        return reader.isAtEnd() ? members : nil
    }

    /// Takes up the key of the present member; false where the object may have it already.
    private static func note(_ keys: inout [Range<Int>], _ object: inout Open, _ reader: inout JSONReader) -> Bool {
        guard !reader.key.hasEscapes, keys.count - object.firstKey < mostMembers else { return false }
        let mark = reader.keyMark
        if object.marks & mark != 0, keys[object.firstKey...].contains(where: { reader.isKeyEqual(to: $0) }) {
            return false
        }
        object.marks |= mark
        keys.append(reader.key.start..<reader.key.end)
        return true
    }
}

extension JSONReader {
    /// Moves into a container, and tells whether it is an object; moves past anything else, and tells nothing.
    fileprivate mutating func enterOrSkip() -> Bool? {
        let type = peekType()
        guard type.isContainer else {
            skipScalar(type)
            return nil
        }
        enter()
        return type == .object
    }

    /// Whether the present member's key has the same bytes as another, which has no escapes either.
    fileprivate func isKeyEqual(to other: Range<Int>) -> Bool {
        let length = key.end &- key.start
        guard other.count == length else { return false }
        return (0..<length).allSatisfy { bytes[key.start &+ $0] == bytes[other.lowerBound &+ $0] }
    }

    /// Whether nothing but white space comes, and nothing was wrong.
    fileprivate mutating func isAtEnd() -> Bool {
        skipWhitespace()
        return fault == nil && position == bytes.count
    }
}
