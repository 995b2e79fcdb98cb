import Courier
import HTTPTypes
import Testing
import WaybillTesting

/// Lists whose pages follow each other by offsets, cursors and links: what goes out for each page, byte for byte.
@Suite struct CourierTripsTests {
    private static let path = "/eu/accounts/a1/trips"

    @Test("A2 an offset counts what came, whatever key it came under, and what could not be read too")
    func offsets() async throws {
        let bench = try CourierBench(
            .json(200, #"{"result":{"rows":[{"id":1},{"id":[]}],"totals":{"all":"3"}}}"#),
            .json(200, #"{"result":{"trips":[{"id":3}],"totals":{"all":3}}}"#)
        )
        var ids: [String] = []
        for try await trip in bench.client.trips.byOffsetAll(top: 2) { ids.append(trip.id) }
        #expect(ids == ["1", "3"])
        #expect(bench.requests.map(\.query) == ["skip=0&top=2", "skip=2&top=2"])
    }

    @Test("A2 a cursor goes into the next request, with what is carried over; an empty page is not the last")
    func cursors() async throws {
        let bench = try CourierBench(
            .json(200, #"{"rows":[{"id":1}],"cursors":{"after":"a b","token":7}}"#),
            .json(200, #"{"rows":[],"cursors":{"after":"c"}}"#), .json(200, #"{"rows":[{"id":3}]}"#)
        )
        var positions: [String?] = []
        for try await page in bench.client.trips.byCursorAll("open").pages { positions.append(page.next?.text) }
        #expect(bench.requests.map(\.query) == ["state=open", "state=open&after=a%20b&token=7", "state=open&after=c"])
        #expect(
            positions == [
                #"{"list":"trips.byCursor","mark":"a b","carried":{"token":"7"}}"#, #"{"list":"trips.byCursor","mark":"c"}"#,
                nil,
            ]
        )
    }

    @Test("A2 a header names the next page of an array, whose members stay")
    func headers() async throws {
        let bench = try CourierBench(
            .json(200, #"[{"id":1,"driver":"Ana"}]"#, headers: [Self.cursor: "n1"]), .json(200, #"[{"id":2}]"#)
        )
        var trips: [Trip] = []
        for try await trip in bench.client.trips.byHeaderAll() { trips.append(trip) }
        #expect(trips.map(\.id) == ["1", "2"])
        #expect(trips.first?.extra["driver"] == "Ana")
        #expect(bench.requests.map(\.query) == [nil, "cursor=n1"])
    }

    @Test("A2 the last element names the next page, in the body of the request")
    func last() async throws {
        let bench = try CourierBench(
            .json(200, #"{"rows":[{"id":1,"number":10},{"id":2,"number":20}],"more":true}"#),
            .json(200, #"{"rows":[{"id":3,"number":30}],"more":false}"#)
        )
        var ids: [String] = []
        for try await trip in bench.client.trips.byLastAll(limit: 2) { ids.append(trip.id) }
        #expect(ids == ["1", "2", "3"])
        #expect(bench.requests.map(\.text) == [#"{"limit":2}"#, #"{"limit":2,"last":20}"#])
    }

    @Test("A2 a header Link leads to the next page; another host that the spec names gets no token")
    func links() async throws {
        let link = try #require(HTTPField.Name("Link"))
        let bench = try CourierBench(
            .json(200, #"[{"id":1}]"#, headers: [link: #"<?page=2>; rel="next", <?page=9>; rel="last""#]),
            .json(200, #"[{"id":2}]"#, headers: [link: #"<https://archive.courier.example/old>; rel="next""#]),
            .json(200, #"[{"id":3}]"#)
        )
        var ids: [String] = []
        for try await trip in bench.client.trips.byLinkAll("open") { ids.append(trip.id) }
        #expect(ids == ["1", "2", "3"])
        let host = "https://api.courier.example"
        #expect(
            bench.requests.map(\.url) == [
                "\(host)\(Self.path)/by-link?state=open", "\(host)\(Self.path)/by-link?page=2",
                "https://archive.courier.example/old",
            ]
        )
        #expect(bench.requests.map { $0.header("X-Courier-Token") } == ["t", "t", nil])
    }

    @Test("A2 a URL or a path in the answer leads to the next page, and goes on from a position that was kept")
    func urls() async throws {
        let bench = try CourierBench(
            .json(200, #"{"rows":[{"id":1}],"cursors":{"next":"/v2/trips?after=1"}}"#), .status(503),
            .json(200, #"{"rows":[{"id":2}],"cursors":{"next":"https://evil.example/"}}"#)
        )
        let list = bench.client.trips.byURLAll(options: CallOptions(maxAttempts: 1))
        var ids: [String] = []
        var position: PagePosition?
        do throws(CourierError) {
            for try await trip in list { ids.append(trip.id) }
        } catch {
            position = error.stoppedAt
            #expect(error.status == 503)
        }
        let kept = try #require(position)
        do throws(CourierError) {
            for try await trip in list.resuming(at: PagePosition(kept.text)) { ids.append(trip.id) }
            Issue.record("no error")
        } catch {
            #expect(error.message == "the answer could not be read: its next page is at another host")
            #expect(error.stoppedAt == kept)
        }
        #expect(ids == ["1", "2"])
        #expect(bench.requests.first?.url.hasSuffix("\(Self.path)/by-url/") == true)
        let next = "https://api.courier.example/v2/trips?after=1"
        #expect(bench.requests.map(\.url).dropFirst() == [next, next])
    }

    @Test("A2 a list that names a next page each time ends with the first page that is empty")
    func emptyPage() async throws {
        let bench = try CourierBench(
            .json(200, #"{"rows":[{"id":1}],"cursors":{"next":"?after=1"}}"#),
            .json(200, #"{"rows":[],"cursors":{"next":"?after=2"}}"#)
        )
        var ids: [String] = []
        for try await trip in bench.client.trips.byURLAll() { ids.append(trip.id) }
        #expect(ids == ["1"])
        #expect(bench.requests.count == 2)
    }

    private static let cursor = HTTPField.Name("X-Next-Cursor") ?? .accept
}
