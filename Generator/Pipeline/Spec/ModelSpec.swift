public import SpecYAML

/// An object of the wire.
public struct ModelSpec: Sendable {
    /// Where it stands.
    public var location: SourceLocation
    /// The file of the definition, which decides the folder of the output.
    public var file: String
    /// What it is.
    public var about: Located<String>?
    /// What else a reader must know.
    public var notes: Located<String>?
    /// The name of the property that holds the members which the spec does not name, where users are to fill it.
    public var free: Located<String>?
    /// The fields, in the order of the wire.
    public var fields: [Named<FieldSpec>] = []
    /// Derived properties that are true or false.
    public var predicates: [Named<PredicateSpec>] = []
    /// Subscripts that find an element of a list field.
    public var lookups: [Named<LookupSpec>] = []

    /// Makes a model without fields.
    public init(at location: SourceLocation, file: String) {
        self.location = location
        self.file = file
    }
}
