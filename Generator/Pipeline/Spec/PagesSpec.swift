public import SpecYAML

/// How the answers of an operation follow each other as pages.
public struct PagesSpec: Sendable, Readable {
    /// The place of the mapping, for diagnostics.
    public var location: SourceLocation = .unread
    /// The list of the answer that holds the elements (dotted path of fields); nil: the answer itself.
    public var items: Located<String>?
    /// The parameter that counts the pages.
    public var page: Located<String>?
    /// The parameter that counts the elements before the page.
    public var offset: Located<String>?
    /// The parameter that names the page, and where its value comes from.
    public var cursor: PageCursorSpec?
    /// Where the URL of the next page comes from.
    public var link: PageLinkSpec?
    /// The number of the first page, or of the elements before it; nil: 1, or 0.
    public var first: Located<Int>?
    /// The parameter that says how many elements a page has.
    public var size: Located<String>?
    /// The dotted path of the answer that says whether there is another page.
    public var hasMore: Located<String>?
    /// Whether a page without elements is the last one, though its answer names another one.
    public var emptyEnds: Located<Bool>?
    /// The dotted path of the answer that says how many pages there are.
    public var total: Located<String>?
    /// The dotted path of the answer that says how many elements there are on all pages.
    public var count: Located<String>?
    /// Parameters that are taken over from the last answer, each with its dotted path there.
    public var next: [Named<Located<String>>] = []

    static let dialect = Mapping<PagesSpec>("pages", "'pages'", at: \.location) {
        Key("items", .text("path"), \.items).otherwise("the answer itself")
            .means("The list of the answer that holds the elements.")
        Key("page", .text("parameter"), \.page).otherwise("this or another")
            .means("The `int` that counts the pages.")
        Key("offset", .text("parameter"), \.offset).otherwise("this or another")
            .means("The `int` that counts the elements before the page.")
        Key("cursor", PageCursorSpec.dialect.kind, \.cursor).otherwise("this or another")
            .means("The parameter that names the page, with a value from the last answer.")
        Key("link", PageLinkSpec.dialect.kind, \.link).otherwise("this or another")
            .means("The URL of the next page, which the answer gives.")
        Key("first", .int, \.first).otherwise("`1`, or `0` of `offset`")
            .means("The number that stands for the first page, 0 or 1; needed where the parameter of `page` can be 0.")
        Key("size", .text("parameter"), \.size).means("The `int` that says how many elements a page has.")
        Key("hasMore", .text("path"), \.hasMore)
            .means("The `bool` or `bool.text` of the answer that says whether another page follows.")
        Key("emptyEnds", .bool, \.emptyEnds).otherwise("`false`")
            .means("With `cursor` or `link`: whether a page without elements is the last one, whatever it says.")
        Key("total", .text("path"), \.total)
            .means("With `page`: the `int` or `int.text` of the answer that says how many pages there are.")
        Key("count", .text("path"), \.count)
            .means(
                "With `offset`: the `int` or `int.text` of the answer that says how many elements there are on all pages."
            )
        Key("next", .named(.text("path"), by: "parameter"), \.next).formerly("carry")
            .means("Further parameters that are taken over from the last answer; not with `link`.")
    }
}
