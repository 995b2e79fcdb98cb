/// Where a list of pages goes on: a text that a program can keep, over a restart too.
///
/// Each page has one, and so has the error that ends a list (``FailureReport/stoppedAt``). `resuming(at:)` of the same list goes on
/// from there:
///
/// ```swift
/// for try await page in client.rows.listAll().pages {
///     handle(page.items)
///     save(page.next?.text)
/// }
/// // later, perhaps in another process
/// for try await row in client.rows.listAll().resuming(at: PagePosition(saved)) { ... }
/// ```
///
/// It holds what the API answered, a cursor or a URL, and the name of the list; it holds none of the arguments of the call, which are to
/// be given again. How long a cursor can be used is up to the API.
///
/// Its description and mirror do not show the text, which may have people's data in it.
public struct PagePosition: Sendable, Hashable {
    /// The position as text.
    public let text: String

    /// Takes a text that was kept.
    ///
    /// What is no position of the list is refused when its first page is asked for.
    public init(_ text: String) {
        self.text = text
    }
}

extension PagePosition: CustomStringConvertible, CustomReflectable {
    /// How long the text is.
    public var description: String { "PagePosition(\(text.utf8.count) bytes)" }

    /// How long the text is, and no more.
    public var customMirror: Mirror { Mirror(self, children: ["bytes": text.utf8.count]) }
}
