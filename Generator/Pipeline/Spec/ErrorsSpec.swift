/// How failures look, and which of them a caller handles alike.
public struct ErrorsSpec: Sendable, Readable {
    /// A named form of error bodies, which says what the author does not.
    var form: Located<ErrorForm>?
    /// The places of the readable text in the body, tried in this order (dotted paths).
    public var message: [Located<String>] = []
    /// The places of the code.
    public var code: [Located<String>] = []
    /// The places of the details.
    public var details: [Located<String>] = []
    /// Further members of error bodies.
    public var fields: [Named<ErrorFieldSpec>] = []
    /// The codes, an open set of words.
    public var codes: [Named<ErrorCodeSpec>] = []
    /// The cases of the error enum, in the order in which they are tried.
    public var cases: [Named<ErrorCaseSpec>] = []
    /// The cases that every operation can answer with.
    public var always: [Located<String>] = []
    /// What in the body of a 2xx is a failure too.
    public var refusal: RefusalSpec?

    static let dialect = Mapping<ErrorsSpec>("errors", "'errors'") {
        Key("form", .word(ErrorForm.self), \.form)
            .means(
                "`problem`: bodies are problem details (RFC 9457); see [refusals and problems](#refusals-and-problems)."
            )
        Key("message", .list(.text("path")), \.message)
            .means("Where the readable text stands in the body, tried in this order; dots lead inwards.")
        Key("code", .list(.text("path")), \.code).means("Where the code stands, as text or as a number.")
        Key("details", .list(.text("path")), \.details).means("Where the details stand; `none` is the whole body.")
        Key("fields", .named(ErrorFieldSpec.dialect), \.fields)
            .means("Further members of error bodies: properties of the error.")
        Key("codes", .namedOrListed(ErrorCodeSpec.dialect, by: "code"), \.codes)
            .means("The known codes; unknown ones are never an error.")
        Key("cases", .named(ErrorCaseSpec.dialect), \.cases)
            .means("The cases of the error enum: what a caller handles alike.")
        Key("always", .list(.text("case")), \.always)
            .means("The cases that every operation can answer with; its own `throws` names the others.")
        Key("refusal", RefusalSpec.dialect.kind, \.refusal).otherwise("every 2xx is a success")
            .means("What in the body of a 2xx is a failure too; see [refusals and problems](#refusals-and-problems).")
    }
}
