/// The value of an answer that has none; the body is not looked at.
public struct NoContent: Sendable, Hashable {
    /// Makes the value, for tests.
    public init() {}
}
