import SpecYAML

/// Refuses texts and names that could deceive a reader or leave a comment of the generated code.
///
/// Control characters, line separators and characters that change the direction of text (Unicode TR 36, section 2.5.6)
/// are errors wherever they stand, since any text may reach a doc comment, a literal or a diagnostic. Line feeds stand in
/// `notes` and in the bodies of examples and vectors only.
enum TextGuard {
    private static let longestName = 100
    private static let longestText = 20_000

    /// Checks every key and text below a node.
    static func check(_ root: YAMLNode, into log: inout DecodingLog) {
        check(root, under: "", into: &log)
    }

    private static func check(_ node: YAMLNode, under key: String, into log: inout DecodingLog) {
        switch node.content {
        case .scalar(let scalar):
            check(scalar.text, isName: false, under: key, at: node.location, into: &log)
        case .sequence(let elements):
            for element in elements { check(element, under: key, into: &log) }
        case .mapping(let members):
            for member in members {
                check(member.key, isName: true, under: "", at: member.keyLocation, into: &log)
                check(member.value, under: member.key, into: &log)
            }
        }
    }

    private static func check(
        _ text: String,
        isName: Bool,
        under key: String,
        at location: SourceLocation,
        into log: inout DecodingLog
    ) {
        let longest = isName ? longestName : longestText
        if text.unicodeScalars.dropFirst(longest).first != nil {
            log.complain(.text, "longer than \(longest) characters; shorten it", at: location)
        }
        if isName, text.isEmpty { log.complain(.text, "an empty name names nothing; write one", at: location) }
        let allowed = Dialect.multilineKeys.contains(key) && !isName
        guard let bad = text.unicodeScalars.first(where: { isRefused($0, allowingLineFeed: allowed) }) else { return }
        log.complain(.text, message(bad), at: location)
    }

    private static func isRefused(_ scalar: Unicode.Scalar, allowingLineFeed: Bool) -> Bool {
        switch scalar {
        case "\n": return !allowingLineFeed
        case " "..."~": return false
        case "\u{200C}", "\u{200D}": return false
        default: break
        }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: return true
        default: return false
        }
    }

    private static func message(_ scalar: Unicode.Scalar) -> String {
        if scalar == "\n" { return "a line break may stand in 'notes' only; make it one line" }
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return "the invisible character U+\(code) may not stand here; take it out"
    }
}
