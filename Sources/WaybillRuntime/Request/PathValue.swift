/// The value of one placeholder in a client's base path.
@_spi(Generated)
public struct PathValue: Sendable {
    let name: String
    let value: String
    let argument: String

    /// Takes a value as it is.
    /// - Parameters:
    ///   - name: The name of its placeholder.
    ///   - value: One segment, which is percent-encoded.
    ///   - argument: The name under which an error speaks of it.
    public init(_ name: String, _ value: String, argument: String) {
        self.name = name
        self.value = value
        self.argument = argument
    }

    /// What makes the value unusable as a segment, or nil.
    public var fault: String? {
        if value.allSatisfy(\.isWhitespace) { return "must not be blank" }
        if value == "." || value == ".." { return "must not be . or .." }
        if value.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return "contains a control character" }
        return nil
    }

    /// What makes a text unusable as a segment of an operation's path, or nil: nothing that a server or proxy would resolve
    /// away gets through.
    public static func fault(inSegment text: String) -> String? {
        if text.isEmpty { return "must not be empty" }
        if text == "." || text == ".." { return "must not be . or .." }
        if text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return "must not contain control characters" }
        return nil
    }
}
