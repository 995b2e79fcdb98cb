public import SpecYAML
public import WaybillJSON
@_spi(Generated) package import WaybillRuntime

/// A field of a model or body, an argument, or a parameter in the path, the query or a header.
public struct FieldSpec: Sendable, Qualified {
    /// The place of the mapping, for diagnostics.
    public var location: SourceLocation = .unread
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
    public var fromArgument: Located<String>?
    /// Whether an answer's unreadable value becomes nil instead of an error.
    public var isStrict = false
    /// Whether the members of the value stand at the same level as the model's own.
    public var isFlattened = false
    /// Whether null is a value to send: it clears what is kept.
    public var isNullable = false
    /// How a list or an object stands in the query, where it is not as the API says.
    package var encoding: Located<FormNotation>?
    /// How it stands there where the field does not say.
    package var usualEncoding = FormNotation()
    /// Whether the Swift argument has no label.
    public var isUnlabeled = false
    /// The client's option that lists the allowed values.
    public var allowedBy: Located<String>?
    /// What the value must hold to, before anything is sent.
    public var constraints = ConstraintsSpec()
    /// What each element of a list must hold to.
    public var elements: ConstraintsSpec?
    /// What is only told, and never checked.
    public var unchecked: ConstraintsSpec?

    /// What of it is no published fact, its small parts included.
    public var certainty: [Certainty] = []

    static let dialect = Mapping<FieldSpec>("field", "a field", at: \.location) {
        Key("type", .type, \.type).otherwise("required, but for `always`").means("The type.")
        Key("about", .text, \.about).means("What it is, with units.")
        Key("swift", .text("name"), \.swiftName).formerly("name").otherwise("derived")
            .means("The name in Swift.")
        Key("keys", .list(.text("name")), \.keys).otherwise("the field's own")
            .means(
                "Models: the wire names from which it is read, the first present one winning. It is written under the one that it came under, and under the first where it was made by hand."
            )
        Key("always", .json, \.always).means("A value that is always sent and never asked for; needs no type.")
        Key("default", .json, read: readDefault)
            .means("The value where none is given (request) or none came (answer); the type has no `?`.")
        Key("make", .text("template"), \.make)
            .means("What the client makes where no value is given; the type has a `?`.")
        Key("fromArgument", .text("argument"), \.fromArgument).formerly("filled")
            .means("The operation's argument that is written here; the model then has no such property.")
        Key("strict", .bool, flag: \.isStrict)
            .means("Models: a value that is there must be readable; else it becomes nil or the default.")
        Key("flatten", .bool, flag: \.isFlattened).formerly("spread")
            .means("Models: the members of the value stand among the model's own.")
        Key("nullable", .bool, flag: \.isNullable)
            .means("Bodies and models: whether null is sent to clear the value; the type has a `?`.")
        Key("encoding", .formNotation, \.encoding).otherwise("the API's `queryEncoding`")
            .means("Lists and objects in the query: how they stand there; see [parameters](#parameters).")
        Key("unlabeled", .bool, flag: \.isUnlabeled).formerly("label", now: "unlabeled: true")
            .means("Whether the Swift argument has no label.")
        Key("allowedBy", .text("option"), \.allowedBy).formerly("among")
            .means("The client's option that lists the allowed values.")
        ConstraintsSpec.keys.map { $0.lifted(to: \.constraints) }
        Key("elements", ConstraintsSpec.dialect.kind, \.elements).means("What each element of a list must hold to.")
        Key("unchecked", ConstraintsSpec.dialect.kind, \.unchecked)
            .means("What the server is said to ask for too: documentation, which nothing checks.")
    }
    .short(for: "type")
    .oneOf(
        ["type"],
        ["always"],
        isExclusive: false,
        otherwise: "field {name} needs a type; write 'type:', or 'always:' for a constant"
    )

    /// What a plain `1.10` means is decided by the field's type, which stands before.
    @Sendable private static func readDefault(
        _ member: YAMLMember,
        of field: inout FieldSpec,
        into log: inout DecodingLog
    ) -> Bool {
        field.defaultValue = Kind.json(for: field.type?.value).decode(member, &log)
        return field.defaultValue != nil
    }
}
