/// How the answers of an operation follow each other as pages.
public struct PagesSpec: Sendable, Readable {
    /// The list of the answer that holds the elements (dotted path of fields).
    public var items: Located<String> = .unread
    /// The query parameter that counts the pages from 1.
    public var page: Located<String> = .unread
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
        Key(required: "page", .text("query parameter"), \.page).means("The `int` that counts the pages from 1.")
        Key("size", .text("query parameter"), \.size).means("The `int` that says how many elements a page has.")
        Key("hasMore", .text("path"), \.hasMore)
            .means("The `bool` or `bool.text` of the answer that says whether another page follows.")
        Key("total", .text("path"), \.total)
            .means("The `int` or `int.text` of the answer that says how many pages there are.")
        Key("next", .named(.text("path"), by: "query parameter"), \.next).formerly("carry")
            .means("Parameters that are taken over from the last answer.")
    }
}
