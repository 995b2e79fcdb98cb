import Courier
import Testing
import WaybillTesting

/// Pages whose elements, end and number are read from fields with several keys.
@Suite struct CourierPagesTests {
    @Test(
        "A2 two pages, whatever keys they come under",
        arguments: ["pickups", "rows"],
        ["next_page", "has_next"]
    )
    func twoPages(items: String, more: String) async throws {
        let bench = try CourierBench(
            .json(200, #"{"\#(items)":[{"id":1},{"id":2}],"paging":{"\#(more)":"True","cursor":"c1"}}"#),
            .json(200, #"{"data":{"found":{"\#(items)":[{"id":3}],"paging":{"\#(more)":false}}}}"#)
        )
        var ids: [String] = []
        for try await row in bench.client.pickups.searchAll(.done, limit: 2) { ids.append(row.id) }
        #expect(ids == ["1", "2", "3"])
        #expect(
            bench.requests.map(\.query) == ["state=done&limit=2&page=1", "state=done&limit=2&page=2&cursor=c1"]
        )
    }

    @Test("A2 the number of pages ends them, whatever key it comes under", arguments: ["pages", "page_total"])
    func total(key: String) async throws {
        let page = StubAnswer.json(200, #"{"rows":[{"id":1}],"paging":{"\#(key)":"2"}}"#)
        let bench = try CourierBench(page, page, page)
        var count = 0
        for try await _ in bench.client.pickups.searchAll() { count += 1 }
        #expect(count == 2)
        #expect(bench.requests.count == 2)
    }

    @Test("pages that are counted from 0 begin with 0, and the query has the order of the file")
    func fromZero() async throws {
        let page = StubAnswer.json(200, #"{"result":{"lists":[{"prices":{}}],"pages":3}}"#)
        let bench = try CourierBench(page, page, page, page)
        var count = 0
        for try await _ in bench.client.priceLists.historyAll(since: "2026") { count += 1 }
        #expect(count == 3)
        #expect(
            bench.requests.map(\.query)
                == (0...2).map { "since=2026&sort=newest&page=\($0)&scale=1.10" }
        )
    }

    @Test("an element that cannot be read does not spoil its page")
    func failures() async throws {
        let bench = try CourierBench(.json(200, #"{"rows":[{"id":1},{"id":[]},{"id":3}]}"#))
        let page = try await bench.client.pickups.search().value
        #expect(page.pickups.elements.map(\.id) == ["1", "3"])
        #expect(page.pickups.failures.map(\.index) == [1])
    }
}
