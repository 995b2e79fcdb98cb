/// A name that Swift accepts; nothing else makes identifiers of generated code.
///
/// It holds the bare name. Where it stands decides whether backticks go around it: `default` needs them as a local name,
/// none as an argument label or after a dot.
package struct SwiftIdentifier: Sendable, Hashable, Comparable {
    /// The name without backticks.
    package let text: String

    /// Takes a name that is a plain identifier already; nil for everything else.
    ///
    /// Plain means: letters, digits and underscores, not a digit first, and not the underscore alone.
    init?(_ text: String) {
        guard let first = text.unicodeScalars.first, text != "_" else { return nil }
        guard !Self.isDigit(first), text.unicodeScalars.allSatisfy(Self.isAllowed) else { return nil }
        self.text = text
    }

    /// A name that this generator has made itself.
    init(made text: StaticString) {
        self.text = "\(text)"
    }

    /// Turns a name into an identifier by force: what no identifier may contain is left out.
    init(forcing text: String) {
        if Self.isPlain(text) {
            self.text = text
            return
        }
        let allowed = String(String.UnicodeScalarView(text.unicodeScalars.filter(Self.isAllowed)))
        let first = allowed.unicodeScalars.first
        let isUsable = first.map { !Self.isDigit($0) } ?? false
        let whole = isUsable ? allowed : "_" + allowed
        self.text = whole == "_" ? "unnamed" : whole
    }

    /// A declaration's own name, and every use of it that no dot precedes.
    var declared: String { ReservedWords.keywords.contains(text) ? "`\(text)`" : text }

    var member: String { ReservedWords.afterDot.contains(text) ? "`\(text)`" : text }

    /// The name as a parameter, where it is label and value at once.
    var parameter: String { ReservedWords.asParameter.contains(text) ? "`\(text)`" : text }

    /// The name as an argument's label, where every word but one is allowed.
    var label: String { text == "inout" ? "`inout`" : text }

    /// The order of the bare names.
    package static func < (left: SwiftIdentifier, right: SwiftIdentifier) -> Bool { left.text < right.text }

    /// Whether a text is made of ASCII letters, and of digits after the first: most are, and need no look at Unicode's tables.
    private static func isPlain(_ text: String) -> Bool {
        var isFirst = true
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): break
            case UInt8(ascii: "0")...UInt8(ascii: "9") where !isFirst: break
            default: return false
            }
            isFirst = false
        }
        return !isFirst
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar)
    }

    /// ASCII letters, digits and the underscore, and the letters of other scripts.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_": true
        default: scalar.value >= 0xC0 && scalar.properties.isAlphabetic && scalar.properties.isXIDContinue
        }
    }
}
