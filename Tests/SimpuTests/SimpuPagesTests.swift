import Simpu
import TestSupport
import Testing
import WaybillTesting

/// Contacts page after page.
@Suite struct SimpuPagesTests {
    /// A page with these rows and this `pagination`.
    private static func page(_ ids: [String], _ pagination: String?) -> StubAnswer {
        let rows = ids.map { #"{"id":"\#($0)"}"# }.joined(separator: ",")
        let meta = pagination.map { #","meta":{"pagination":{\#($0)}}"# } ?? ""
        return .json(200, #"{"rows":[\#(rows)]\#(meta)}"#)
    }

    private func ids(_ bench: SimpuBench) async throws -> [String] {
        var ids: [String] = []
        for try await row in bench.client.contacts.queryAll() { ids.append(row.id) }
        return ids
    }

    @Test(
        "oddity 10: two pages, whose end is said in any of the ways",
        arguments: [#""False""#, #""false""#, "false"],
        [#""True""#, #""true""#, "true"]
    )
    func twoPages(no: String, yes: String) async throws {
        let bench = try SimpuBench(
            Self.page(["a", "b"], #""next_page":\#(yes),"page":1,"page_total":2,"query_id":"q-1""#),
            Self.page(["c"], #""next_page":\#(no),"page":2,"page_total":2,"query_id":"q-1""#)
        )
        let filter = ContactFilter(columnID: "c1", name: "name", value: "Ada")
        var ids: [String] = []
        for try await row in bench.client.contacts.queryAll(filters: [filter], limit: 2) { ids.append(row.id) }
        #expect(ids == ["a", "b", "c"])
        #expect(bench.requests.map(\.query) == ["limit=2&page=1", "limit=2&page=2&query_id=q-1"])
        let body = #"{"filters":[{"column_id":"c1","name":"name","value":"Ada","operator":"contain"}]}"#
        #expect(bench.requests.map(\.text) == [body, body])
    }

    @Test("the last page is the one that says so, that is the last by number, or that is empty")
    func stopRules() async throws {
        let more = Self.page(["b"], #""next_page":"True""#)
        let last: [StubAnswer] = [
            Self.page(["a"], #""next_page":"False","page":1,"page_total":9"#),
            Self.page(["a"], #""next_page":"True","page":1,"page_total":1"#),
            Self.page(["a"], #""next_page":"True","page_total":0"#),
            Self.page(["a"], #""page_total":1"#),
        ]
        for answer in last {
            let bench = try SimpuBench(answer, more)
            #expect(try await ids(bench) == ["a"])
            #expect(bench.requests.count == 1)
        }
        let empty = try SimpuBench(Self.page([], #""next_page":"True","page_total":9"#), more)
        #expect(try await ids(empty).isEmpty)
        #expect(empty.requests.count == 1)
    }

    @Test("where nothing is said of the end, an empty page is it")
    func silent() async throws {
        for pagination in [nil, #""next_page":null"#, #""next_page":"perhaps""#, ""] {
            let bench = try SimpuBench(
                Self.page(["a"], pagination),
                Self.page(["b"], pagination),
                Self.page([], pagination)
            )
            #expect(try await ids(bench) == ["a", "b"])
            #expect(bench.requests.map(\.query) == ["page=1", "page=2", "page=3"])
        }
    }

    @Test("nothing is fetched before it is asked for, and nothing after the loop is left; each loop starts anew")
    func laziness() async throws {
        let stub = StubTransport { request in
            Self.page(["row \(request.query ?? "")"], #""next_page":"True","page_total":5"#)
        }
        let all = try SimpuBench(configuration: .init(transport: stub)).client.contacts.queryAll()
        #expect(stub.requests.isEmpty)
        for _ in 0..<2 {
            for try await row in all {
                #expect(row.id == "row page=1")
                break
            }
        }
        #expect(stub.requests.map(\.query) == ["page=1", "page=1"])
        var count = 0
        for try await page in all.pages {
            #expect(page.http.status == 200)
            count += 1
        }
        #expect(count == 5)
    }

    @Test("an error in the middle comes after the rows before it, and ends the sequence")
    func failure() async throws {
        let bench = try SimpuBench(
            Self.page(["a", "b"], #""next_page":"True""#),
            .json(400, #"{"message":"Query is gone"}"#),
            Self.page(["c"], nil)
        )
        var rows = bench.client.contacts.queryAll().makeAsyncIterator()
        #expect(try await rows.next()?.id == "a")
        #expect(try await rows.next()?.id == "b")
        do {
            _ = try await rows.next()
            Issue.record("nothing was thrown")
        } catch {
            #expect(error.caseName == "invalidRequest")
            #expect(error.message == "Query is gone")
        }
        #expect(try await rows.next() == nil)
        #expect(bench.requests.count == 2)
    }

    @Test("a page that fails for a moment is asked for again, and nobody notices")
    func retries() async throws {
        let bench = try SimpuBench(
            Self.page(["a"], #""next_page":"True","query_id":"q""#),
            .reset,
            .status(503),
            Self.page(["b"], #""next_page":"False""#)
        )
        #expect(try await ids(bench) == ["a", "b"])
        #expect(
            bench.requests.map(\.query) == ["page=1", "page=2&query_id=q", "page=2&query_id=q", "page=2&query_id=q"]
        )
    }

    @Test("cancelled in the middle: the rows so far, then `.cancelled`, and no further request")
    func cancellation() async throws {
        let bench = try SimpuBench(Self.page(["a"], #""next_page":"True""#), .silence, Self.page(["c"], nil))
        let (seen, sight) = AsyncStream.makeStream(of: String.self)
        let task = Task { () -> SimpuError? in
            do throws(SimpuError) {
                for try await row in bench.client.contacts.queryAll() { sight.yield(row.id) }
                return nil
            } catch {
                return error
            }
        }
        for await id in seen {
            #expect(id == "a")
            break
        }
        while bench.requests.count < 2 { await Task.yield() }
        task.cancel()
        let error = try #require(await task.value)
        guard case .cancelled = error else { throw Unexpected(error) }
        #expect(error.isCancellation)
        #expect(bench.requests.count == 2)
    }

    @Test("options are those of each page; arguments that are refused end the sequence at once")
    func options() async throws {
        let bench = try SimpuBench(.status(503), Self.page(["a"], nil))
        do {
            for try await _ in bench.client.contacts.queryAll(options: CallOptions(maxAttempts: 1)) {}
            Issue.record("nothing was thrown")
        } catch {
            #expect(error.caseName == "server")
        }
        #expect(bench.requests.count == 1)
        do {
            for try await _ in bench.client.contacts.queryAll(limit: 0) {}
            Issue.record("nothing was thrown")
        } catch {
            guard case .invalidArgument = error else { throw Unexpected(error) }
        }
        #expect(bench.requests.count == 1)
    }
}
