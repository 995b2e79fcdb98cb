public import SpecYAML
public import WaybillJSON

/// A field of a model or body, an argument, or a parameter in the path, the query or a header.
public struct FieldSpec: Sendable {
    /// Where it stands.
    public var location: SourceLocation
    /// The type; nil only where the value is a constant (`always`).
    public var type: Located<TypeExpression>?
    /// What it is, with units.
    public var about: Located<String>?
    /// The name in Swift, where it is not the derived one.
    public var swiftName: Located<String>?
    /// The keys on the wire from which it is read, the first present one winning; empty: the field's own name.
    public var keys: [Located<String>] = []
    /// A value that is always sent and never asked for.
    public var always: Located<JSONValue>?
    /// The value where none is given (request) or none came (answer).
    public var defaultValue: Located<JSONValue>?
    /// A template that the client fills where no value is given: `evt_{hex32}`, `{now}`, `en`.
    public var make: Located<String>?
    /// The operation's argument that is written here; the field is then no argument of the model.
    public var filled: Located<String>?
    /// Whether an answer's unreadable value becomes nil instead of an error.
    public var isLenient = false
    /// Whether the members of the value stand at the same level as the model's own.
    public var isSpread = false
    /// Whether the Swift argument has no label.
    public var isUnlabelled = false
    /// The client's option that lists the allowed values.
    public var among: Located<String>?
    /// What the value must hold to, before anything is sent.
    public var constraints = ConstraintsSpec()

    /// Makes a field without a type.
    public init(at location: SourceLocation) {
        self.location = location
    }
}
