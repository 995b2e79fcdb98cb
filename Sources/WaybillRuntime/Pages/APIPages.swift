/// The elements of all pages of a list, fetched one page after another as they are asked for.
///
/// ```swift
/// for try await row in client.rows.listAll() { ... }
/// ```
///
/// Nothing is fetched before the first element is asked for, and no page twice; whoever stops early fetches no more. Each
/// `for` loop starts anew at the first page. An error ends the sequence, and says where it stopped (``FailureReport/stoppedAt``);
/// ``resuming(at:)`` goes on from there, or from a position that was kept.
///
/// A server whose next page is one that has come already ends the sequence with an error, and not in a loop. Where the answer has the
/// next page's URL, only the client's own host is asked, and such others as the API is known for: those without any credential.
public struct APIPages<Client: APIClient, Value: Sendable, Element: Sendable>: AsyncSequence, Sendable {
    /// What the client's calls throw.
    public typealias Failure = Client.Failure

    let core: ClientCore
    let list: String
    let walk: PageWalk
    let fetch: @Sendable (PageTurn) async throws(Client.Failure) -> APIResponse<Value>
    let read: @Sendable (APIResponse<Value>) -> PageReading<Element>
    var start: PagePosition?

    /// Makes a sequence of pages.
    ///
    /// - Parameters:
    ///   - client: The client that fetches them.
    ///   - list: The operation's id, to which positions belong.
    ///   - walk: How the pages follow each other.
    ///   - fetch: Fetches one page.
    ///   - read: Finds a page's elements, and what it says of the next one.
    @_spi(Generated)
    public init(
        _ client: Client,
        _ list: String,
        by walk: PageWalk,
        fetch: @escaping @Sendable (PageTurn) async throws(Client.Failure) -> APIResponse<Value>,
        reading read: @escaping @Sendable (APIResponse<Value>) -> PageReading<Element>
    ) {
        core = client.core
        self.list = list
        self.walk = walk
        self.fetch = fetch
        self.read = read
    }

    /// The pages themselves, each with its answer, its elements and the position of the next one.
    public var pages: Pages { Pages(elements: self) }

    /// The same list from a position on, which was kept or which an error tells.
    ///
    /// Pass the same arguments as the first time. A position of another list is refused as an invalid argument when the first page
    /// is asked for.
    /// - Parameter position: Where to begin: ``APIPage/next``, ``APIPage/position`` or ``FailureReport/stoppedAt``.
    public func resuming(at position: PagePosition) -> APIPages {
        var copy = self
        copy.start = position
        return copy
    }

    /// Makes an iterator over the elements, from the first page on.
    public func makeAsyncIterator() -> Iterator { Iterator(pages: pages.makeAsyncIterator()) }

    /// Goes through the elements.
    public struct Iterator: AsyncIteratorProtocol {
        var pages: Pages.Iterator
        private var elements: [Element] = []
        private var position = 0

        init(pages: Pages.Iterator) {
            self.pages = pages
        }

        /// The next element, or nil after the last one of the last page.
        public mutating func next(
            isolation actor: isolated (any Actor)? = #isolation
        ) async throws(Client.Failure) -> Element? {
            while position == elements.count {
                guard let page = try await pages.next(isolation: actor) else { return nil }
                elements = page.items
                position = 0
            }
            defer { position += 1 }
            return elements[position]
        }
    }
}
