import WaybillJSON

/// Where a list goes on after a page.
struct PageCourse: Sendable {
    /// The answer does not say how the list goes on.
    struct Fault: Error {
        let reason: String
    }

    let walk: PageWalk
    /// What is asked for and was asked for before, where answers say what that is: asked for twice, it would never end.
    private var seen: Set<String> = []

    init(_ walk: PageWalk) {
        self.walk = walk
    }

    /// The place of the next page; nil after the last one.
    ///
    /// A page without elements is the last one of those that are counted, whatever it says, so that a server which always promises
    /// more cannot keep a loop going. Where answers say where the next page is, that alone counts, unless `emptyEnds`.
    /// - Parameters:
    ///   - http: What came beside the answer.
    ///   - target: Where a URL leads; nil where it may not be followed.
    mutating func next<Element>(
        after place: PagePlace,
        _ page: PageReading<Element>,
        _ http: ResponseMetadata,
        target: (String) -> String?
    ) throws(Fault) -> PagePlace? {
        if let mark = place.mark { seen.insert(mark) }
        if case .links = walk { seen.insert(http.request.url) }
        let carried = page.carried.compactMapValues(\.text)
        switch walk {
        case .numbers(let first):
            guard let number = place.number, page.hasElements(in: http) else { return nil }
            return step(from: number, by: 1, page, first, carried)
        case .offsets(let first):
            let count = page.count(in: http)
            guard let number = place.number, count > 0 else { return nil }
            return step(from: number, by: count, page, first, carried)
        case .cursors:
            guard let mark = try mark(of: page, http) else { return nil }
            return PagePlace(mark: mark, carried: carried)
        case .links:
            guard let mark = try mark(of: page, http) else { return nil }
            guard let url = target(mark) else { throw Fault(reason: "its next page is at another host") }
            if seen.contains(url) { throw repeated }
            return PagePlace(mark: url, carried: carried)
        }
    }

    private func step<Element>(
        from number: Int,
        by count: Int,
        _ page: PageReading<Element>,
        _ first: Int,
        _ carried: [String: String]
    ) -> PagePlace? {
        let (next, overflow) = number.addingReportingOverflow(count)
        if page.hasMore == false || overflow { return nil }
        if let total = page.total, next &- first >= total { return nil }
        return PagePlace(number: next, carried: carried)
    }

    private func mark<Element>(of page: PageReading<Element>, _ http: ResponseMetadata) throws(Fault) -> String? {
        if page.hasMore == false || (page.emptyEnds && !page.hasElements(in: http)) { return nil }
        guard let mark = page.next?.text else {
            if page.hasMore == true { throw Fault(reason: "it says that another page follows, and not where that is") }
            if page.isCounted, !page.emptyEnds, page.hasElements(in: http) {
                throw Fault(reason: "the next page begins after its last element, and where that is cannot be read")
            }
            return nil
        }
        if seen.contains(mark) { throw repeated }
        return mark
    }

    private var repeated: Fault { Fault(reason: "its next page is one that has come already") }
}
