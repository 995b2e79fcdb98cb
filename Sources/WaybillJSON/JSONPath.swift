/// The place of a value in a document, rebuilt only when an error needs it.
struct JSONPath {
    /// One step from a container to what it holds.
    enum Step {
        case key(String)
        case index(Int)
    }

    private(set) var steps: [Step] = []

    init(steps: [Step]) {
        self.steps = steps
    }

    /// Walks a document that is well-formed up to an offset, and tells where that offset stands.
    init(to offset: Int, in bytes: JSONBytes) {
        var position = 0
        var isKeyNext = false
        scan: while position < min(offset, bytes.count) {
            switch bytes[position] {
            case UInt8(ascii: "{"):
                steps.append(.key(""))
                isKeyNext = true
            case UInt8(ascii: "["): steps.append(.index(0))
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                _ = steps.popLast()
                isKeyNext = false
            case UInt8(ascii: ","): isKeyNext = advance()
            case UInt8(ascii: "\""):
                let end = Self.endOfString(from: position + 1, in: bytes)
                if end >= offset { break scan }
                if isKeyNext { name(bytes, position + 1, end) }
                isKeyNext = false
                position = end
            default: break
            }
            position += 1
        }
        dropUnnamed(isKeyNext)
    }

    /// Goes on to the next element or member; true when a key has to follow.
    private mutating func advance() -> Bool {
        switch steps.popLast() {
        case .index(let index):
            steps.append(.index(index + 1))
            return false
        case .key:
            steps.append(.key(""))
            return true
        case nil: return false
        }
    }

    /// A place before a member's key is a place in the object itself.
    private mutating func dropUnnamed(_ isKeyNext: Bool) {
        if isKeyNext { _ = steps.popLast() }
    }

    private mutating func name(_ bytes: JSONBytes, _ start: Int, _ end: Int) {
        let key = bytes.string(from: start, to: end, isASCII: false) ?? ""
        _ = steps.popLast()
        steps.append(.key(key))
    }

    private static func endOfString(from start: Int, in bytes: JSONBytes) -> Int {
        var position = start
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
        }
        return position
    }

    mutating func append(_ key: String) {
        steps.append(.key(key))
    }

    /// Keys with dots between them, indices and unusual keys in brackets.
    var text: String {
        var text = ""
        for step in steps {
            switch step {
            case .index(let index): text += "[\(index)]"
            case .key(let key) where Self.isPlain(key): text += text.isEmpty ? key : ".\(key)"
            case .key(let key): text += "[\(Self.quoted(key))]"
            }
        }
        return text
    }

    private static func isPlain(_ key: String) -> Bool {
        !key.isEmpty && key.utf8.count <= longestKey && key.unicodeScalars.allSatisfy { isPlain($0) }
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_" || scalar == "-"
    }

    /// The most that is shown of one key: a hostile document must not fill a log.
    private static let longestKey = 64

    /// A key between quotes, cut short where it is long, with nothing in it that could break a line of a log.
    static func quoted(_ key: String) -> String {
        var text = "\""
        for scalar in key.unicodeScalars.prefix(longestKey) {
            let isSafe = scalar.value >= 0x20 && scalar.value < 0x7F || scalar.properties.isAlphabetic
            text += isSafe && scalar != "\"" ? String(scalar) : "?"
        }
        return text + (key.unicodeScalars.count > longestKey ? "...\"" : "\"")
    }
}
