/// One link of a header field `Link` (RFC 8288, section 3).
struct LinkField: Sendable, Hashable {
    /// The reference between the angle brackets, as it stands there.
    let target: String
    /// What it is to the page, in small letters: `next`, or a URL.
    let relations: [String]
    /// Of what else it is that, where it is not the page.
    let anchor: String?

    /// Reads the links of a field, in its order; what stands behind a fault is not read (appendix B.2).
    static func parse(_ field: String) -> [LinkField] {
        var scanner = LinkScanner(field)
        var links: [LinkField] = []
        while let link = scanner.link() { links.append(link) }
        return links
    }
}

/// Goes through the bytes of a field `Link`.
private struct LinkScanner {
    private var rest: ArraySlice<UInt8>

    init(_ text: String) { rest = Array(text.utf8)[...] }

    /// The next link; nil at the end, and where none begins.
    mutating func link() -> LinkField? {
        skip { $0.isBlank || $0 == UInt8(ascii: ",") }
        guard take(UInt8(ascii: "<")) else { return nil }
        let target = text { $0 != UInt8(ascii: ">") }
        guard take(UInt8(ascii: ">")) else { return nil }
        var (relations, anchor): (String?, String?) = (nil, nil)
        while let (name, value) = parameter() {
            // Only the first of each counts (section 3.3).
            switch name {
            case "rel": relations = relations ?? value
            case "anchor": anchor = anchor ?? value
            default: break
            }
        }
        let words = (relations ?? "").lowercased().split { $0 == " " || $0 == "\t" }.map { String($0) }
        return LinkField(target: target, relations: words, anchor: anchor)
    }

    private mutating func parameter() -> (name: String, value: String)? {
        var hasBegun = false
        skip(\.isBlank)
        while take(UInt8(ascii: ";")) {
            hasBegun = true
            skip(\.isBlank)
        }
        guard hasBegun, let first = rest.first, first != UInt8(ascii: ",") else { return nil }
        let name = text { !$0.isBlank && $0 != UInt8(ascii: "=") && !$0.endsParameter }.lowercased()
        skip(\.isBlank)
        guard take(UInt8(ascii: "=")) else { return name.isEmpty ? nil : (name, "") }
        skip(\.isBlank)
        if take(UInt8(ascii: "\"")) { return (name, quoted()) }
        var value = text { !$0.endsParameter }
        while value.last == " " || value.last == "\t" { value.removeLast() }
        return (name, value)
    }

    /// The rest of a quoted string (RFC 9110, section 5.6.4).
    private mutating func quoted() -> String {
        var bytes: [UInt8] = []
        while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
            if byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() {
                bytes.append(escaped)
            } else {
                bytes.append(byte)
            }
        }
        skip { !$0.endsParameter }
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func text(while fits: (UInt8) -> Bool) -> String {
        let part = rest.prefix(while: fits)
        rest = rest[part.endIndex...]
        return String(decoding: part, as: UTF8.self)
    }

    private mutating func skip(_ fits: (UInt8) -> Bool) { rest = rest.drop(while: fits) }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard rest.first == byte else { return false }
        rest.removeFirst()
        return true
    }
}

extension UInt8 {
    fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 }
    fileprivate var endsParameter: Bool { self == UInt8(ascii: ";") || self == UInt8(ascii: ",") }
}
