/// Lists in one text, with commas between their elements, as header fields have them (RFC 9110, section 5.6.1).
@_spi(Generated)
public enum CommaList {
    /// The elements without the blanks around them; what is nothing but blanks is no element.
    public static func elements(of text: String) -> [String] {
        text.split(separator: ",").compactMap { element in
            var trimmed = element.drop(while: isBlank)
            while trimmed.last.map(isBlank) == true { trimmed.removeLast() }
            return trimmed.isEmpty ? nil : String(trimmed)
        }
    }

    private static func isBlank(_ character: Character) -> Bool { character == " " || character == "\t" }
}
