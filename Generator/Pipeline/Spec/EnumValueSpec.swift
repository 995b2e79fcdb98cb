/// One word of an open set.
public struct EnumValueSpec: Sendable {
    /// What it means.
    public var about: Located<String>?
    /// The name in Swift, where it is not the derived one.
    public var swiftName: Located<String>?

    /// Makes a word without documentation.
    public init() {}
}
