/// A further member of error bodies, a property of the error in Swift.
public struct ErrorFieldSpec: Sendable {
    /// Its type, which must be optional: decoding an error never fails.
    public var type: Located<TypeExpression>
    /// The places in the body, tried in this order (dotted paths).
    public var at: [Located<String>]
    /// What it is.
    public var about: Located<String>?
    /// The name in Swift, where it is not the derived one.
    public var swiftName: Located<String>?

    /// Makes a field from its type and its places.
    public init(type: Located<TypeExpression>, at places: [Located<String>]) {
        self.type = type
        at = places
    }
}
