public import SpecYAML

/// An object of the wire.
public struct ModelSpec: Sendable, Qualified {
    /// The place of the mapping, for diagnostics.
    public var location: SourceLocation = .unread
    /// What it is, for the documentation.
    public var about: Located<String>?
    /// What else a reader must know.
    public var notes: Located<String>?
    /// The name of the property that holds the members which the spec does not name, where users are to fill it.
    public var additionalProperties: Located<String>?
    /// The fields, in the order of the wire.
    public var fields: [Named<FieldSpec>] = []
    /// Members that answers have and no field names, each with the reason.
    public var undeclared: [Named<Located<String>>] = []
    /// Fields of which at least one has to be given in a request.
    public var atLeastOneOf: [Located<String>] = []
    /// Derived properties that are true or false.
    public var predicates: [Named<PredicateSpec>] = []
    /// Subscripts that find an element of a list field.
    public var lookups: [Named<LookupSpec>] = []
    /// Derived properties that have an amount together with its currency.
    public var money: [Named<MoneySpec>] = []

    /// What of it is no published fact, its small parts included.
    public var certainty: [Certainty] = []

    static let dialect = Mapping<ModelSpec>("model", "a model", at: \.location) {
        Key("about", .text, \.about).means("What it is.")
        Key("notes", .lines, \.notes).means("What else a reader must know.")
        Key("additionalProperties", .text("name"), \.additionalProperties).formerly("free")
            .means("The property for members that the spec does not name, where callers are to fill it.")
        Key(required: "fields", .named(FieldSpec.dialect), \.fields).means("The fields.")
        Key("undeclared", .named(.text, by: "member"), \.undeclared)
            .means("Members of answers that no field names, each with the reason: they stay in `extra`.")
        Key("atLeastOneOf", .list(.text("field")), \.atLeastOneOf)
            .means("Fields of which at least one has to be given where the model is sent.")
        Key("predicates", .named(.predicate), \.predicates).means("Derived properties that are true or false.")
        Key("lookups", .named(LookupSpec.dialect), \.lookups).means("Subscripts that find an element of a list.")
        Key("money", .named(MoneySpec.dialect), \.money)
            .means("Derived properties that have an amount in cents or the like together with its currency.")
    }
}
