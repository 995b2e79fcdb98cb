import WaybillJSON

/// What one page of a list says.
@_spi(Generated)
public struct PageReading<Element: Sendable>: Sendable {
    /// The page's elements, in its order.
    public let items: [Element]
    /// Whether the server says that another page follows; nil where it does not say.
    public let hasMore: Bool?
    /// The number of pages, or of elements where those are counted, where the server tells it.
    public let total: Int?
    /// Whether a page without elements is the last one, though it names another one.
    public let emptyEnds: Bool
    /// Where the next page is, as a cursor or a URL; nil where pages are counted.
    public let next: PageMark?
    /// What is taken along into the next request, by parameter.
    public let carried: [String: PageMark]
    /// Where in the body the list can be; empty where no count of its elements ends it.
    private let places: [DottedPath]

    /// Says what a page holds, and what it says of those after it.
    /// - Parameter places: Where in the body the list can be, the first one that is there counting, for a list that ends with
    ///   a page without elements: such as could not be read are elements too.
    public init(
        items: [Element],
        hasMore: Bool? = nil,
        total: Int? = nil,
        next: PageMark? = nil,
        carried: [String: PageMark] = [:],
        emptyEnds: Bool = false,
        countedAt places: [String] = []
    ) {
        self.items = items
        self.hasMore = hasMore
        self.total = total
        self.next = next
        self.carried = carried
        self.emptyEnds = emptyEnds
        self.places = places.map { DottedPath($0) }
    }

    /// Whether elements count also where they could not be read, since a page without any ends the list.
    var isCounted: Bool { !places.isEmpty }

    /// How many elements the page has, those included that could not be read.
    func count(in http: ResponseMetadata) -> Int {
        guard let body = isCounted ? http.json : nil else { return items.count }
        for place in places {
            if let list = place.value(in: body)?.arrayValue { return list.count }
        }
        return items.count
    }

    /// Whether the page has elements, those included that could not be read.
    func hasElements(in http: ResponseMetadata) -> Bool { !items.isEmpty || count(in: http) > 0 }
}
