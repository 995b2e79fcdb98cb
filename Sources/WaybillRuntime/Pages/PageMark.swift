/// What an answer says of the next page, as the text that a position keeps.
@_spi(Generated)
public struct PageMark: Sendable, Hashable {
    /// Nil where the answer says nothing.
    let text: String?

    /// A text; one without a character says nothing.
    public static func text(_ value: String?) -> PageMark {
        PageMark(text: value.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 })
    }

    /// A whole number.
    public static func number(_ value: Int?) -> PageMark { PageMark(text: value.map { String($0) }) }
}
