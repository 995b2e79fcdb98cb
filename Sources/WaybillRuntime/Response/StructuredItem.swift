/// A text with parameters out of a list of structured fields (RFC 9651): `"burst";q=100;w=60`.
///
/// Of items only texts and tokens are known, which is all that the fields of this library have; a list with any other is
/// none. Parameters may have any value.
struct StructuredItem: Equatable {
    /// The value of a parameter.
    enum Value: Equatable {
        case integer(Int)
        case text(String)
        /// A decimal, a date, bytes or a truth value, as it is written.
        case other(String)
    }

    /// The text, or the token.
    let text: String
    /// The parameters in their order; of several with one name the last one counts.
    let parameters: [(name: String, value: Value)]

    static func == (left: StructuredItem, right: StructuredItem) -> Bool {
        left.text == right.text && left.parameters.elementsEqual(right.parameters) { $0 == $1 }
    }

    /// The items of a list; nil where the text is none.
    static func list(_ text: String) -> [StructuredItem]? {
        var scanner = StructuredScanner(text)
        return scanner.list()
    }
}

/// Reads structured fields, section 4.2 of RFC 9651.
private struct StructuredScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func list() -> [StructuredItem]? {
        skip { $0 == 0x20 }
        var items: [StructuredItem] = []
        while next != nil {
            guard let item = item() else { return nil }
            items.append(item)
            skip { $0 == 0x20 || $0 == 0x09 }
            if next == nil { return items }
            guard take(",") else { return nil }
            skip { $0 == 0x20 || $0 == 0x09 }
            // No comma ends a list.
            if next == nil { return nil }
        }
        return items
    }

    private mutating func item() -> StructuredItem? {
        guard let text = next == UInt8(ascii: "\"") ? string() : token() else { return nil }
        var parameters: [(name: String, value: StructuredItem.Value)] = []
        while take(";") {
            skip { $0 == 0x20 }
            guard let name = key() else { return nil }
            guard take("=") else {
                parameters.append((name, .other("?1")))
                continue
            }
            guard let value = value() else { return nil }
            parameters.append((name, value))
        }
        return StructuredItem(text: text, parameters: parameters)
    }

    private mutating func value() -> StructuredItem.Value? {
        switch next {
        case UInt8(ascii: "\"")?: return string().map { .text($0) }
        case UInt8(ascii: "-")?, .some(0x30...0x39): return number()
        case UInt8(ascii: ":")?: return enclosed(":")
        case UInt8(ascii: "?")?:
            position += 1
            return take("1") ? .other("?1") : take("0") ? .other("?0") : nil
        case UInt8(ascii: "@")?:
            position += 1
            guard case .integer(let seconds)? = number() else { return nil }
            return .other("@\(seconds)")
        default: return token().map { .text($0) }
        }
    }

    private mutating func number() -> StructuredItem.Value? {
        let isNegative = take("-")
        let digits = run { (0x30...0x39).contains($0) }
        guard !digits.isEmpty else { return nil }
        if take(".") {
            let fraction = run { (0x30...0x39).contains($0) }
            guard digits.count <= 12, (1...3).contains(fraction.count) else { return nil }
            return .other("\(isNegative ? "-" : "")\(digits).\(fraction)")
        }
        guard digits.count <= 15, let value = Int(digits) else { return nil }
        return .integer(isNegative ? -value : value)
    }

    private mutating func string() -> String? {
        guard take("\"") else { return nil }
        var text: [UInt8] = []
        while let byte = next {
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let escaped = next, "\"\\".utf8.contains(escaped) else { return nil }
                position += 1
                text.append(escaped)
            case 0x20...0x7E: text.append(byte)
            default: return nil
            }
        }
        return nil
    }

    private mutating func token() -> String? {
        guard let first = next, Self.isLetter(first) || first == UInt8(ascii: "*") else { return nil }
        return run { Self.isLetter($0) || (0x30...0x39).contains($0) || ":/!#$%&'*+-.^_`|~".utf8.contains($0) }
    }

    private mutating func key() -> String? {
        guard let first = next, (0x61...0x7A).contains(first) || first == UInt8(ascii: "*") else { return nil }
        return run { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || "_-.*".utf8.contains($0) }
    }

    private mutating func enclosed(_ mark: Character) -> StructuredItem.Value? {
        guard take(mark) else { return nil }
        let inner = run { $0 != mark.asciiValue && (0x21...0x7E).contains($0) }
        return take(mark) ? .other(inner) : nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }

    private mutating func take(_ character: Character) -> Bool {
        guard let next, next == character.asciiValue else { return false }
        position += 1
        return true
    }

    private mutating func skip(_ isSkipped: (UInt8) -> Bool) {
        while let next, isSkipped(next) { position += 1 }
    }

    private mutating func run(_ belongs: (UInt8) -> Bool) -> String {
        let start = position
        skip(belongs)
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }
}
