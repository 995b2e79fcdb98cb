/// Shows the spec's own text in messages: marked as a quotation, short, and without characters that deceive the eye.
///
/// A message quotes at most two words of the spec and stands above at most one excerpt, so that a diagnostic never
/// repeats more than 200 characters of the spec, whatever the spec holds.
public enum SpecText {
    /// The longest quotation, in Unicode scalars.
    static let limit = 40

    /// A word of the spec in single quotes; cut after 40 characters, control and bidi characters escaped.
    public static func quoted(_ text: String) -> String {
        let scalars = text.unicodeScalars
        let shown = scalars.prefix(limit).map(visible).joined()
        return scalars.dropFirst(limit).isEmpty ? "'\(shown)'" : "'\(shown)…'"
    }

    /// A scalar as it may be printed: itself, or an escape if it controls the terminal or the direction of text.
    static func visible(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\n": return "\\n"
        case "\r": return "\\r"
        case "\t": return "\\t"
        case " "..."~": return String(scalar)
        default: break
        }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate:
            return "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        default:
            return String(scalar)
        }
    }
}
