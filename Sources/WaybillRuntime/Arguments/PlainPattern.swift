/// A pattern that can be matched from left to right, without ever going back: `^\+?\d{8,15}$`.
///
/// It has to match the whole text, and is a row of characters and classes of ASCII, each of which may be repeated. Where one may be repeated,
/// nothing that can follow may begin with what it takes: then the longest run is the only one to try.
struct PlainPattern {
    private struct Part {
        var set: ASCIISet
        var least = 1
        var most = 1
    }

    private let parts: [Part]

    /// Reads a pattern; nil where it is of another kind, or none.
    init?(_ pattern: String) {
        var source = Array(pattern.utf8)[...]
        guard source.popFirst() == UInt8(ascii: "^"), source.popLast() == UInt8(ascii: "$"),
            source.last != UInt8(ascii: "\\")
        else { return nil }
        var parts: [Part] = []
        while !source.isEmpty {
            guard let set = Self.set(&source), let part = Self.repeated(set, &source) else { return nil }
            parts.append(part)
        }
        guard Self.isClear(parts) else { return nil }
        self.parts = parts
    }

    /// Whether a text matches.
    func matches(_ text: String) -> Bool {
        var rest = text.utf8[...]
        for part in parts {
            var count = 0
            while count < part.most, let byte = rest.first, part.set.contains(byte) {
                rest.removeFirst()
                count += 1
            }
            if count < part.least { return false }
        }
        return rest.isEmpty
    }

    /// Whether no part takes what a part behind it needs.
    private static func isClear(_ parts: [Part]) -> Bool {
        parts.indices.allSatisfy { place in
            guard parts[place].least < parts[place].most else { return true }
            for next in parts[(place + 1)...] {
                if parts[place].set.overlaps(next.set) { return false }
                if next.least > 0 { return true }
            }
            return true
        }
    }

    /// Takes a character or a class.
    private static func set(_ source: inout ArraySlice<UInt8>) -> ASCIISet? {
        switch source.popFirst() {
        case UInt8(ascii: "\\"): escaped(&source)
        case UInt8(ascii: "["): inBrackets(&source)
        case let byte? where byte < 0x80 && !special.contains(byte): ASCIISet(byte...byte)
        default: nil
        }
    }

    /// What means something else than itself, or may do so.
    private static let special = Array("^$.|?*+()[]{}".utf8)

    /// Takes what stands behind a backslash: digits, word characters, or a mark that means itself.
    private static func escaped(_ source: inout ArraySlice<UInt8>) -> ASCIISet? {
        switch source.popFirst() {
        case UInt8(ascii: "d"): .digits
        case UInt8(ascii: "w"): .wordCharacters
        case let byte? where byte > 0x20 && byte < 0x7F && !ASCIISet.wordCharacters.contains(byte):
            ASCIISet(byte...byte)
        default: nil
        }
    }

    /// Takes a class up to its closing bracket.
    private static func inBrackets(_ source: inout ArraySlice<UInt8>) -> ASCIISet? {
        var set = ASCIISet()
        while let byte = source.first, byte != UInt8(ascii: "]") {
            guard let first = member(&source) else { return nil }
            // A hyphen at the end stands for itself.
            guard source.first == UInt8(ascii: "-"), source.dropFirst().first != UInt8(ascii: "]") else {
                set.formUnion(first)
                continue
            }
            source.removeFirst()
            guard let low = first.only, let high = member(&source)?.only, low <= high else { return nil }
            set.formUnion(ASCIISet(low...high))
        }
        return source.popFirst() == nil || set.isEmpty ? nil : set
    }

    /// Takes one character of a class, or a class inside it; two marks in a row are an operator in some dialects.
    private static func member(_ source: inout ArraySlice<UInt8>) -> ASCIISet? {
        guard let byte = source.popFirst() else { return nil }
        if byte == UInt8(ascii: "\\") { return escaped(&source) }
        let isOperator =
            "^[&~-".utf8.contains(byte)
            && (byte == UInt8(ascii: "^") || byte == UInt8(ascii: "[") || source.first == byte)
        return byte < 0x80 && !isOperator ? ASCIISet(byte...byte) : nil
    }

    /// Takes how often something may come.
    private static func repeated(_ set: ASCIISet, _ source: inout ArraySlice<UInt8>) -> Part? {
        var part = Part(set: set)
        switch source.first {
        case UInt8(ascii: "?"): part.least = 0
        case UInt8(ascii: "*"): (part.least, part.most) = (0, .max)
        case UInt8(ascii: "+"): part.most = .max
        case UInt8(ascii: "{"):
            guard let close = source.firstIndex(of: UInt8(ascii: "}")),
                let counts = counts(source[..<close].dropFirst())
            else { return nil }
            (part.least, part.most) = counts
            source = source[close...]
        default: return part
        }
        source.removeFirst()
        // What stands behind a quantifier and looks like another one changes its way to match.
        return source.first.map { "?*+{".utf8.contains($0) } == true ? nil : part
    }

    /// Reads `8`, `8,` or `8,15`.
    private static func counts(_ source: ArraySlice<UInt8>) -> (Int, Int)? {
        let ends = source.split(separator: UInt8(ascii: ","), maxSplits: 1, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard ends.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let least = ends.first.flatMap({ Int($0) })
        else { return nil }
        guard let last = ends.dropFirst().first else { return (least, least) }
        if last.isEmpty { return (least, .max) }
        return Int(last).flatMap { $0 >= least ? (least, $0) : nil }
    }
}
