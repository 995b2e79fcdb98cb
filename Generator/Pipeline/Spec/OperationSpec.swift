public import SpecYAML
@_spi(Generated) package import WaybillRuntime

/// One operation: a request and its answer.
public struct OperationSpec: Sendable, Qualified {
    /// What of a client's `auth` goes out with an operation.
    public enum Access: String, Sendable, CaseIterable {
        /// Nothing.
        case none
    }

    /// Whether the operation may be sent again after a failure.
    public enum Resend: String, Sendable, CaseIterable {
        /// It changes nothing, or the same way each time.
        case safe
        /// An idempotency key makes it safe.
        case keyed
        /// The vendor says that it may be repeated; `because` must say where.
        case documented
        /// Only where nothing can have happened.
        case never
    }

    /// The place of the mapping, for diagnostics.
    public var location: SourceLocation = .unread
    /// What it does, for the documentation.
    public var about: Located<String>?
    /// What else a reader must know.
    public var notes: Located<String>?
    /// Whether callers should move away from it, and to what.
    public var deprecated: Located<String>?
    /// The method: `GET`, `POST` and so on.
    public var method: Located<String> = .unread
    /// The path: from the root (`/x/{y}`), the client's URL itself (`.`), below it (`./{y}`) or beside it (`../x`).
    public var path: Located<String> = .unread
    /// The host of the client that it is sent to; nil: the client's own.
    public var host: Located<String>?
    /// What of the client's `auth` goes out with it; nil: all of it.
    public var auth: Located<Access>?
    /// Whether the client's user can give another path.
    public var isOverridable = false
    /// The status of a success, for documentation and the sandbox; every 2xx is one.
    public var success: Located<Int>?
    /// Whether it may be sent again; nil: GET, HEAD, PUT and DELETE `safe`, the others `never`.
    public var resend: Located<Resend>?
    /// Where the vendor says what `documented` claims.
    public var because: Located<String>?
    /// Where the idempotency key stands.
    public var idempotencyKey: IdempotencyKeySpec?
    /// Arguments that stand nowhere by themselves: a field of the body takes them (`fromArgument`).
    public var arguments: [Named<FieldSpec>] = []
    /// Parameters in the path, by the names of its placeholders.
    public var pathParameters: [Named<FieldSpec>] = []
    /// Parameters in the query.
    public var queryParameters: [Named<FieldSpec>] = []
    /// Parameters in headers, by the names of the headers, without that of ``ifNoneMatch``.
    private var statedHeaders: [Named<FieldSpec>] = []
    /// Whether callers can name the version that they have, and 304 is an answer.
    public var ifNoneMatch: Located<Bool>?
    /// The operation of the same resource whose body it has, but for the fields that it gives itself.
    public var bodyFrom: Located<String>?
    /// The fields of the body, those of ``bodyFrom`` included; empty where there is none.
    public var body: [Named<FieldSpec>] = []
    /// The argument that is the whole body, where the spec says so; it is the only field of ``body`` then.
    var wholeBody: [Named<FieldSpec>] = []
    /// The same for text and bytes.
    var rawBody: [Named<RawBodySpec>] = []
    /// The files of the body, which are fields of ``body`` too, behind the others.
    var files: [Named<FormFileSpec>] = []
    /// The media type of the body, where it is not that of the encoding.
    package var contentType: Located<String>?
    /// How the body is written; nil where there is none.
    package var encoding: Located<BodyEncoding>?
    /// Fields of the body of which at least one has to be given.
    public var atLeastOneOf: [Located<String>] = []
    /// The name of the argument for members of the body which the spec does not name, where callers are to fill it.
    public var additionalProperties: Located<String>?
    /// The member of the success body that holds the value; nil: the API's.
    ///
    /// Empty where the spec says `none`.
    public var envelope: Located<String>?
    /// Where the value may stand in the success body, tried in this order (dotted paths; `none` is the root).
    ///
    /// Takes the place of `envelope` where there are several; without both it is the API's.
    public var envelopes: [Located<String>] = []
    /// How the answers follow each other as pages.
    public var pages: PagesSpec?
    /// The type of the answer; nil where there is none, or where it is no JSON.
    public var returns: Located<TypeExpression>?
    /// What the answer is that is no JSON.
    public var rawAnswer: Located<RawAnswer>?
    /// The media type that is asked for; nil: JSON, text, or anything, as the answer is.
    public var accept: Located<String>?
    /// The largest body of an answer, in bytes; nil: the client's.
    public var answerLimit: Located<Int>?
    /// Its own documented rate, in one or more windows; without one it is under the API's.
    public var rates: [RateSpec] = []
    /// The header fields of its answers that have a type in Swift, by their names.
    public var answerHeaders: [Named<AnswerHeaderSpec>] = []
    /// The cases of the error enum that the server is known to answer with, those of all operations aside.
    public var throwing: [Located<String>] = []
    /// The same call in other languages, for people who come from there; from a file of their own.
    public var like: [Named<Located<String>>] = []
    /// Requests and answers as they look on the wire.
    public var examples: [Named<ExampleSpec>] = []
    /// How the sandbox behaves; from a file of its own.
    public var sandbox: OperationSandboxSpec?

    /// What of it is no published fact, its small parts included.
    public var certainty: [Certainty] = []

    static let dialect = Mapping<OperationSpec>("operation", "an operation", at: \.location) {
        Key("about", .text, \.about).means("What it does, as a sentence: \"Sends one message.\"")
        Key("notes", .lines, \.notes).means("What else a caller must know; may have several lines.")
        Key("deprecated", .text, \.deprecated).means("What to use instead.")
        Key("http", .httpLine, absence: .error) { ($0.method, $0.path) = ($1.method, $1.path) }
            .means(
                "`GET /a/{b}`, which is appended to the client's URL; `.` is that URL itself, `./x` below it, `../x` beside its last segment. A slash at the end is sent."
            )
        Key("overridable", .bool, flag: \.isOverridable)
            .means(
                "Whether the client's user can give another path, where the vendor's is not certain; there `/x` begins at the root of the host."
            )
        Key("host", .text("name"), \.host).otherwise("the client's own")
            .means(
                "The host that it is sent to, one of the client's `hosts`; no credential goes there unless that says so."
            )
        Key("auth", .word(Access.self), \.auth).otherwise("the client's")
            .means("`none` for what anybody may call, such as a login: nothing that authenticates goes out with it.")
        Key("success", .status, \.success).otherwise("any 2xx")
            .means("The status of a success, for documentation and the sandbox; every 2xx is one.")
        Key("resend", .word(Resend.self), \.resend).otherwise("by method")
            .means("Whether it may be sent again; see below.")
        Key("because", .text, \.because).otherwise("needed for `documented`").means("Where the vendor allows it.")
        Key("idempotencyKey", IdempotencyKeySpec.dialect.kind, \.idempotencyKey).otherwise("needed for `keyed`")
            .means("Where the key stands.")
        Key("rate", .list(RateSpec.dialect.kind), \.rates).otherwise("the API's")
            .means("The rate that is documented for it alone, or a list of several windows; see [rate](#rate).")
        parameters
        answers
        Key("throws", .list(.text("case")), \.throwing)
            .means("The error cases that the server is known to answer with, beside those of `errors: always`.")
        Key("examples", .named(ExampleSpec.dialect), \.examples).otherwise("one success needed")
            .means("Requests and answers as they look on the wire.")
    }.apart(FilePart.allCases)

    /// The calls in other languages, which stand in a file of their own.
    static let likeKind = Kind<[Named<Located<String>>]>.named(.text("code"), by: "language")

    @KeyList<OperationSpec> private static var answers: [Key<OperationSpec>] {
        Key("envelope", .envelopePaths, \.statedEnvelope).otherwise("the API's")
            .means("Where the value stands in a success body; see below.")
        Key("pages", PagesSpec.dialect.kind, \.pages).means("How the answers follow each other as pages.")
        Key("returns", .returned) { $0.take($1) }.otherwise("nothing")
            .means(
                "A model, a union, a list or map, or `json`; with `?` a success may come without it. `text` and `bytes` are no JSON."
            )
        Key("accept", .text("media type"), \.accept).otherwise("by what it returns")
            .means("The media type that is asked for: `application/pdf`, `application/vnd.example+json`.")
        Key("answerLimit", .size, \.answerLimit).otherwise("the client's, 10 MiB")
            .means("The largest body of an answer; a larger one ends the call with an error.")
        Key("answerHeaders", .named(AnswerHeaderSpec.dialect, by: "header name"), \.answerHeaders)
            .means("The headers of its answers that callers read; see [headers of answers](#headers-of-answers).")
        Key("ifNoneMatch", .bool, \.ifNoneMatch).otherwise("false")
            .means("Whether callers can name the version that they have (`If-None-Match`), and 304 is an answer.")
    }

    @KeyList<OperationSpec> private static var parameters: [Key<OperationSpec>] {
        Key("arguments", .named(FieldSpec.dialect), \.arguments)
            .means("Arguments that stand nowhere by themselves: a field of the body takes each (`fromArgument`).")
        Key("path", .named(FieldSpec.dialect), \.pathParameters).means("The path's placeholders.")
        Key("query", .named(FieldSpec.dialect), \.queryParameters).means("Parameters in the query.")
        Key("headers", .named(FieldSpec.dialect), \.statedHeaders).means("Parameters in headers.")
        Key("bodyFrom", .text("operation"), \.bodyFrom)
            .means("The operation of this file whose body it has; `body` adds fields, or gives those of a name anew.")
        Key("body", .named(FieldSpec.dialect), \.body).means("The fields of the body.")
        Key("files", .named(FormFileSpec.dialect), \.files)
            .means("The files of the body, behind its fields; see [multipart](#multipart).")
        Key("wholeBody", .named(FieldSpec.dialect), \.wholeBody)
            .means("The one argument that is the whole body, and no field of it; see [bodies](#bodies).")
        Key("rawBody", .named(RawBodySpec.dialect), \.rawBody)
            .means("The one argument that is sent as it is, `text` or `bytes`; see [bodies](#bodies).")
        Key("contentType", .text("media type"), \.contentType).otherwise("by how it is written")
            .means("The media type of the body; where there is none, it is sent all the same.")
        Key("encoding", .bodyEncoding, \.encoding).otherwise("the API's")
            .means("How the body is written; see [forms](#forms).")
        Key("atLeastOneOf", .list(.text("field")), \.atLeastOneOf)
            .means("Fields of the body of which at least one has to be given.")
        Key("additionalProperties", .text("name"), \.additionalProperties)
            .means("The argument for members of the body that the spec does not name, where callers are to fill it.")
    }

    /// Parameters in headers, by the names of the headers.
    public var headerParameters: [Named<FieldSpec>] {
        guard let ifNoneMatch, ifNoneMatch.value else { return statedHeaders }
        var field = FieldSpec(location: ifNoneMatch.location)
        field.type = Located(.optional(.format(.string)), at: ifNoneMatch.location)
        field.swiftName = Located("ifNoneMatch", at: ifNoneMatch.location)
        let about = "The entity tag of the version that you have; nil has the value come in any case."
        field.about = Located(about, at: ifNoneMatch.location)
        return statedHeaders + [Named(Located("If-None-Match", at: ifNoneMatch.location), field)]
    }

    private mutating func take(_ answer: ReturnedValue) {
        switch answer {
        case .json(let type): returns = type
        case .raw(let raw): rawAnswer = raw
        }
    }

    /// The places as they are written: one is the envelope, empty for `none`; several are tried in their order.
    private var statedEnvelope: [Located<String>] {
        get { envelope.map { [$0] } ?? envelopes }
        set {
            envelopes = newValue.count > 1 ? newValue : []
            envelope = newValue.count > 1 ? nil : newValue.first?.map { $0 == "none" ? "" : $0 }
        }
    }
}
