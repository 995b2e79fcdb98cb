/// One error code of the API.
public struct ErrorCodeSpec: Sendable {
    /// The status that it comes with.
    public var status: Located<Int>?
    /// What it means.
    public var about: Located<String>?
    /// The name in Swift, where it is not the derived one.
    public var swiftName: Located<String>?

    /// Makes a code without documentation.
    public init() {}
}
