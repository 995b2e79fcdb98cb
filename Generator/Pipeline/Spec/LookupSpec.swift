/// A subscript that finds an element of a list field by one of the element's own fields.
public struct LookupSpec: Sendable, Readable {
    /// The field that holds the list.
    public var list: Located<String> = .unread
    /// The field of the element that is looked for.
    public var by: Located<String> = .unread

    static let dialect = Mapping<LookupSpec>("lookup", "a look-up") {
        Key(required: "in", .text("field"), \.list).means("A list of models.")
        Key(required: "by", .text("field"), \.by).means("The model's field that is looked for.")
    }
}
