public import SpecYAML

/// How the answers of an operation follow each other as pages.
public struct PagesSpec: Sendable {
    /// Where it stands.
    public var location: SourceLocation
    /// The list of the answer that holds the elements (dotted path of fields).
    public var items: Located<String>
    /// The query parameter that counts the pages from 1.
    public var page: Located<String>
    /// The query parameter that says how many elements a page has.
    public var size: Located<String>?
    /// The dotted path of the answer that says whether there is another page.
    public var hasMore: Located<String>?
    /// The dotted path of the answer that says how many pages there are.
    public var total: Located<String>?
    /// Query parameters that are taken over from the last answer, each with its dotted path there.
    public var carry: [Named<Located<String>>] = []

    /// Makes a description from the list and the parameter.
    public init(at location: SourceLocation, items: Located<String>, page: Located<String>) {
        self.location = location
        self.items = items
        self.page = page
    }
}
