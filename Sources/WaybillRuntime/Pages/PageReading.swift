/// What one page of a list says.
@_spi(Generated)
public struct PageReading<Element: Sendable>: Sendable {
    /// The page's elements, in its order.
    public let items: [Element]
    /// Whether the server says that another page follows; nil where it does not say.
    public let hasMore: Bool?
    /// The number of pages, where the server tells it.
    public let total: Int?

    /// Says what a page holds, and what it says of those after it.
    public init(items: [Element], hasMore: Bool? = nil, total: Int? = nil) {
        self.items = items
        self.hasMore = hasMore
        self.total = total
    }

    /// Whether to ask for the page after this one.
    /// - Parameter count: How many pages have come, this one among them.
    func goesOn(after count: Int) -> Bool {
        if items.isEmpty || hasMore == false { return false }
        if let total { return count < total }
        return true
    }
}
