/// A secret under the name that its spec gives it.
///
/// No description, dump or mirror shows the value, and where a server repeats it, errors mask it.
@_spi(Generated)
public struct Credential: Sendable, CustomStringConvertible, CustomReflectable {
    /// The name, such as `apiKey`.
    public let name: String

    package let value: String

    /// Whether it may be blank, or begin or end with a blank, as a prefix does that stands before a key.
    let mayBeBlank: Bool

    /// Takes a credential as it is: nothing is trimmed or decoded.
    public init(_ name: String, _ value: String, mayBeBlank: Bool = false) {
        self.name = name
        self.value = value
        self.mayBeBlank = mayBeBlank
    }

    /// The name, with the value masked.
    public var description: String { "\(name): [REDACTED]" }

    /// The name, with the value masked.
    public var customMirror: Mirror { Mirror(self, children: ["name": name, "value": "[REDACTED]"]) }

    /// That it is blank, where it may not be.
    var blank: String? { !mayBeBlank && value.allSatisfy(\.isWhitespace) ? "must not be blank" : nil }

    /// What makes the value unusable, or nil.
    var fault: String? {
        if let blank { return blank }
        if value.last?.isNewline == true { return "ends in a line break; was it read from a file?" }
        if value.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return "contains a control character" }
        return nil
    }
}
