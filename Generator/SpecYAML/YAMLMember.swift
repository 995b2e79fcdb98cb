/// One key of a mapping with its value.
public struct YAMLMember: Sendable {
    /// The key's text; `200` and `"200"` are the same key.
    public let key: String
    /// Where the key stands, quotes included.
    public let keyLocation: SourceLocation
    /// The value; a value that was left out is an empty plain scalar.
    public let value: YAMLNode

    /// Makes a member.
    public init(key: String, keyLocation: SourceLocation, value: YAMLNode) {
        self.key = key
        self.keyLocation = keyLocation
        self.value = value
    }
}
