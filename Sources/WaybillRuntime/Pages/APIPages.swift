/// The elements of all pages of a list, fetched one page after another as they are asked for.
///
/// ```swift
/// for try await row in client.rows.listAll() { ... }
/// ```
///
/// Nothing is fetched before the first element is asked for, and no page twice; whoever stops early fetches no more. Each
/// `for` loop starts anew at the first page. An error ends the sequence.
public struct APIPages<Client: APIClient, Value: Sendable, Element: Sendable>: AsyncSequence, Sendable {
    /// What the client's calls throw.
    public typealias Failure = Client.Failure

    typealias Fetch = @Sendable (_ page: Int, _ previous: Value?) async throws(Client.Failure) -> APIResponse<Value>

    let first: Int
    let fetch: Fetch
    let read: @Sendable (Value) -> PageReading<Element>

    /// Makes a sequence of pages.
    ///
    /// - Parameters:
    ///   - first: The number of the first page.
    ///   - fetch: Fetches one page; it gets the page's number, and the answer before it for what is carried over.
    ///   - read: Finds a page's elements, and whether there are more pages.
    @_spi(Generated)
    public init(
        from first: Int = 1,
        fetch: @escaping @Sendable (_ page: Int, _ previous: Value?) async throws(Client.Failure) -> APIResponse<Value>,
        reading read: @escaping @Sendable (Value) -> PageReading<Element>
    ) {
        self.first = first
        self.fetch = fetch
        self.read = read
    }

    /// The answers themselves, one a page.
    public var pages: Pages { Pages(elements: self) }

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
                elements = pages.read(page.value).items
                position = 0
            }
            defer { position += 1 }
            return elements[position]
        }
    }
}
