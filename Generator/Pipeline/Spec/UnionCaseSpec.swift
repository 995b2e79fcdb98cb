/// One shape of a union.
public struct UnionCaseSpec: Sendable {
    /// The type of the shape.
    public var type: Located<TypeExpression>
    /// What it is.
    public var about: Located<String>?
    /// The dotted path below which the shape stands; nil: the whole body.
    public var at: Located<String>?
    /// The key by which a body without the tag is known to be of this shape.
    public var has: Located<String>?
    /// The word of the tag, where it is not the case's name.
    public var tag: Located<String>?
    /// The name in Swift, where it is not the derived one.
    public var swiftName: Located<String>?

    /// Makes a shape from its type.
    public init(type: Located<TypeExpression>) {
        self.type = type
    }
}
