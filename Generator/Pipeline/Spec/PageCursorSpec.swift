public import SpecYAML

/// The parameter that names a page, and where its value comes from.
public struct PageCursorSpec: Sendable, Readable {
    /// The place of the mapping, for diagnostics.
    public var location: SourceLocation = .unread
    /// The parameter; the first page has none.
    public var parameter: Located<String> = .unread
    /// The dotted path of the answer that has the cursor of the next page.
    public var field: Located<String>?
    /// The header of the answer that has it.
    public var header: Located<String>?
    /// The dotted path of the page's last element that is it.
    public var element: Located<String>?

    static let dialect = Mapping<PageCursorSpec>("pageCursor", "'cursor'", at: \.location) {
        Key(required: "parameter", .text("parameter"), \.parameter)
            .means("The `string`, `id` or `int` that names the page; the first page has none.")
        Key("at", .text("path"), \.field).otherwise("this or another")
            .means("The text or number of the answer that names the next page; none ends the pages.")
        Key("header", .text("header name"), \.header).otherwise("this or another")
            .means("The header of the answer that names it.")
        Key("element", .text("path"), \.element).otherwise("this or another")
            .means("The field of the page's last element that names it.")
    }
}
