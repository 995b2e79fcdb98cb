public import SpecYAML

/// A value that has one of several shapes.
public struct UnionSpec: Sendable, Qualified {
    /// How the shapes are told apart; never by trying one after the other.
    public enum Discriminator: Sendable, Hashable {
        /// By which key is present: `{"image": {…}}`.
        case key
        /// By the JSON type of the value.
        case jsonType
        /// By which member is there with something other than null: the first case whose `has` is, or the one without.
        case member
        /// By the status of the answer.
        case status
        /// By the text of this field, whose words are the cases' names (or their `tag:`).
        case tag(String)
        /// By the text at this dotted path; `absent` names the case of a body that has none, and `isNormalised` lets
        /// `AIRTIME_SUCCESS` and `airtime.success` be one word.
        case field(path: String, absent: String?, isNormalised: Bool)
        /// By the text of this header of the request, as the events of a webhook; otherwise as `field`.
        case header(name: String, absent: String?, isNormalised: Bool)
    }

    /// The place of the mapping, for diagnostics.
    public var location: SourceLocation = .unread
    /// What it is, for the documentation.
    public var about: Located<String>?
    /// How the shapes are told apart.
    public var by: Located<Discriminator> = .unread
    /// The field of the one model that the one text is, where a value is either of them.
    public var id: Located<String>?
    /// The shapes, in the author's order.
    public var cases: [Named<UnionCaseSpec>] = []
    /// Words of answers that no case has, each with the reason.
    public var undeclared: [Named<Located<String>>] = []

    /// What of it is no published fact, its small parts included.
    public var certainty: [Certainty] = []

    static let dialect = Mapping<UnionSpec>("union", "a union", at: \.location) {
        Key("about", .text, \.about).means("What it is.")
        Key(required: "by", .words(Discriminator.words, or: .forms(.tag, .field, .header)), \.by)
            .means("How the shapes are told apart.")
        Key("id", .text("field"), \.id)
            .means(
                "With `jsonType`: the field of the model that the text is, where a value is either an id or the whole object."
            )
        Key(required: "cases", .named(UnionCaseSpec.dialect), \.cases).means("The shapes.")
        Key("undeclared", .named(.text, by: "word"), \.undeclared)
            .means("Words of answers that no case has, each with the reason: such a value is `.unrecognized`.")
    }
}

extension UnionSpec.Discriminator {
    fileprivate static var words: KeyValuePairs<String, Self> {
        ["key": .key, "jsonType": .jsonType, "member": .member, "status": .status]
    }
}

extension Kind where Value == Located<UnionSpec.Discriminator> {
    fileprivate static var tag: Kind { UnionTag.dialect.kind.map { .tag($0.field.value) }.located() }

    fileprivate static var field: Kind {
        UnionField.dialect.kind.map { by in
            .field(path: by.path.value, absent: by.absent?.value, isNormalised: by.isNormalised)
        }.located()
    }

    fileprivate static var header: Kind {
        UnionHeader.dialect.kind.map { by in
            .header(name: by.name.value, absent: by.absent?.value, isNormalised: by.isNormalised)
        }.located()
    }
}

private struct UnionTag: Readable {
    var field: Located<String> = .unread

    static let dialect = Mapping<UnionTag>("unionTag", "a union's 'by'") {
        Key(required: "tag", .text("field"), \.field).means("The text member whose word tells the shape.")
    }
}

private struct UnionField: Readable {
    var path: Located<String> = .unread
    var absent: Located<String>?
    var isNormalised = false

    static let dialect = Mapping<UnionField>("unionField", "a union's 'by'") {
        Key(required: "field", .text("path"), \.path)
            .means(
                "Where the text stands whose word tells the shape: for events, whose shapes can stand deeper inside."
            )
        Key("absent", .text("case"), \.absent).means("The case of a value that has no such text.")
        Key("normalise", .words(["dotted": true]), flag: \.isNormalised)
            .means("Whether `PARCEL_SENT` and `parcel.sent` are one word: small letters, and the first `_` is a point.")
    }
}

private struct UnionHeader: Readable {
    var name: Located<String> = .unread
    var absent: Located<String>?
    var isNormalised = false

    static let dialect = Mapping<UnionHeader>("unionHeader", "a union's 'by'") {
        Key(required: "header", .text("header name"), \.name)
            .means("The header whose text tells the shape: for the events of webhooks.")
        Key("absent", .text("case"), \.absent).means("The case of a delivery that has no such header.")
        Key("normalise", .words(["dotted": true]), flag: \.isNormalised)
            .means("Whether `PARCEL_SENT` and `parcel.sent` are one word: small letters, and the first `_` is a point.")
    }
}

extension UnionSpec.Discriminator: Unread { static var unread: Self { .key } }
