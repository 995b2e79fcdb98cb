/// How the answers of an operation follow each other as pages.
public struct PagesSpec: Sendable, Readable {
    /// The list of the answer that holds the elements (dotted path of fields).
    public var items: Located<String> = .unread
    /// The query parameter that counts the pages.
    public var page: Located<String> = .unread
    /// The number of the first page; nil: 1.
    public var first: Located<Int>?
    /// The query parameter that says how many elements a page has.
    public var size: Located<String>?
    /// The dotted path of the answer that says whether there is another page.
    public var hasMore: Located<String>?
    /// The dotted path of the answer that says how many pages there are.
    public var total: Located<String>?
    /// Query parameters that are taken over from the last answer, each with its dotted path there.
    public var next: [Named<Located<String>>] = []

    static let dialect = Mapping<PagesSpec>("pages", "'pages'") {
        Key(required: "items", .text("path"), \.items).means("The list of the answer that holds the elements.")
        Key(required: "page", .text("query parameter"), \.page).means("The `int` that counts the pages.")
        Key("first", .int, \.first).otherwise("`1`")
            .means("The number of the first page, 0 or 1; needed where the parameter can be 0.")
        Key("size", .text("query parameter"), \.size).means("The `int` that says how many elements a page has.")
        Key("hasMore", .text("path"), \.hasMore)
            .means("The `bool` or `bool.text` of the answer that says whether another page follows.")
        Key("total", .text("path"), \.total)
            .means("The `int` or `int.text` of the answer that says how many pages there are.")
        Key("next", .named(.text("path"), by: "query parameter"), \.next).formerly("carry")
            .means("Parameters that are taken over from the last answer.")
    }
}
