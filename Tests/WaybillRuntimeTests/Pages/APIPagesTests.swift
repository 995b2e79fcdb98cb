import Synchronization
import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

@Suite struct APIPagesTests {
    /// Pages as a service sends them: rows, the words `True` and `False`, and an id that goes into the next request.
    private func pages(
        _ answers: [StubAnswer],
        from first: Int = 1,
        asked: @escaping @Sendable (Int, String?) -> Void = { _, _ in }
    ) throws -> APIPages<SampleClient, JSONValue, Int> {
        let exchange = try SampleExchange(answers)
        let definition = OperationDefinition(
            id: "rows.list",
            method: .get,
            path: "/rows",
            resend: .safe,
            envelope: .none
        )
        return APIPages(exchange.client, "rows.list", by: .numbers(from: first)) { turn async throws(SampleError) in
            asked(turn.number, turn.carried("query_id"))
            var request = APIRequest<SampleClient, JSONValue>(definition)
            request.addQuery("page", turn.number)
            return try await exchange.client.send(request)
        } reading: { answer in
            PageReading(
                items: answer.value["rows"]?.arrayValue?.compactMap(\.intValue) ?? [],
                hasMore: answer.value["next"]?.stringValue.map { $0 == "True" },
                total: answer.value["total"]?.intValue,
                carried: ["query_id": .text(answer.value["query_id"]?.stringValue)]
            )
        }
    }

    private func all(_ answers: String...) async throws -> (elements: [Int], requests: Int) {
        let requests = Mutex(0)
        let counted = try pages(answers.map { .json(200, $0) }) { _, _ in requests.withLock { $0 += 1 } }
        var elements: [Int] = []
        for try await element in counted { elements.append(element) }
        return (elements, requests.withLock { $0 })
    }

    @Test("Elements of all pages in order; the last page says that it is the last")
    func several() async throws {
        let found = try await all(
            #"{"rows":[1,2],"next":"True"}"#,
            #"{"rows":[3],"next":"True"}"#,
            #"{"rows":[4,5],"next":"False"}"#
        )
        #expect(found == ([1, 2, 3, 4, 5], 3))
    }

    @Test("A page without elements, or the last by its number, ends the list whatever it says")
    func ends() async throws {
        #expect(try await all(#"{"rows":[1],"next":"True"}"#, #"{"rows":[],"next":"True"}"#) == ([1], 2))
        #expect(
            try await all(#"{"rows":[1],"next":"True","total":2}"#, #"{"rows":[2],"next":"True","total":2}"#) == (
                [1, 2], 2
            )
        )
        #expect(try await all(#"{"rows":[1],"total":1}"#) == ([1], 1))
        #expect(try await all(#"{"rows":[1]}"#, #"{"rows":[2]}"#, #"{"rows":[]}"#) == ([1, 2], 3))
        #expect(try await all("{}") == ([], 1))
    }

    @Test("What the last answer says goes into the next request; each loop starts anew; stopping fetches no more")
    func carried() async throws {
        let asked = Mutex<[String]>([])
        let answers = [#"{"rows":[1,2],"next":"True","query_id":"q1"}"#, #"{"rows":[3],"next":"False"}"#]
        let pages = try pages((answers + answers).map { .json(200, $0) }) { page, id in
            asked.withLock { $0.append("\(page) \(id ?? "-")") }
        }
        #expect(asked.withLock { $0.isEmpty })
        for try await _ in pages {}
        #expect(asked.withLock { $0 } == ["1 -", "2 q1"])
        for try await element in pages where element == 2 { break }
        #expect(asked.withLock { $0 } == ["1 -", "2 q1", "1 -"])
    }

    @Test("The answers themselves, with what came beside them")
    func answers() async throws {
        let pages = try pages([#"{"rows":[1],"next":"True"}"#, #"{"rows":[2]}"#, "{}"].map { .json(200, $0) })
        var statuses: [Int] = []
        for try await page in pages.pages { statuses.append(page.http.status) }
        #expect(statuses == [200, 200, 200])
    }

    @Test("The number of pages is a number of pages, wherever they are counted from", arguments: [0, 1, 7])
    func total(first: Int) async throws {
        let asked = Mutex<[Int]>([])
        let page = StubAnswer.json(200, #"{"rows":[1],"total":2}"#)
        let pages = try pages([page, page, page], from: first) { page, _ in asked.withLock { $0.append(page) } }
        for try await _ in pages {}
        #expect(asked.withLock { $0 } == [first, first + 1])
    }

    @Test("A list goes on at the position of a page, with what was carried over to it")
    func resumed() async throws {
        let asked = Mutex<[String]>([])
        let answers = [
            #"{"rows":[1],"next":"True","query_id":"q1"}"#, #"{"rows":[2],"next":"True","query_id":"q2"}"#,
            #"{"rows":[2],"next":"True","query_id":"q2"}"#, #"{"rows":[3],"next":"False","total":3}"#,
        ]
        let list = try pages(answers.map { .json(200, $0) }) { page, id in
            asked.withLock { $0.append("\(page) \(id ?? "-")") }
        }
        var positions: [String?] = []
        for try await page in list.pages.prefix(2) { positions += [page.position.text, page.next?.text] }
        let second = #"{"list":"rows.list","number":2,"carried":{"query_id":"q1"}}"#
        #expect(positions[..<3] == [#"{"list":"rows.list","number":1}"#, second, second])
        var elements: [Int] = []
        for try await element in list.resuming(at: PagePosition(second)) { elements.append(element) }
        #expect(elements == [2, 3])
        #expect(asked.withLock { $0 } == ["1 -", "2 q1", "2 q1", "3 q2"])
    }

    @Test(
        "What is no position of the list is refused before anything is sent",
        arguments: [
            "", "2", "{}", #"{"list":"others.list","number":2}"#, #"{"list":"rows.list"}"#,
            #"{"list":"rows.list","number":0}"#, #"{"list":"rows.list","number":2,"mark":"x"}"#,
            #"{"list":"rows.list","number":2,"carried":{"query_id":1}}"#,
        ]
    )
    func foreign(text: String) async throws {
        let list = try pages([]).resuming(at: PagePosition(text))
        var iterator = list.makeAsyncIterator()
        do throws(SampleError) {
            _ = try await iterator.next()
            Issue.record("no error")
        } catch {
            guard case .invalidArguments(let arguments) = error.report.kind else { throw error }
            #expect(arguments.description == "resuming must be at a position of rows.list")
            #expect(error.stoppedAt == PagePosition(text))
        }
        #expect(try await iterator.next() == nil)
    }

    @Test("An error is the client's own, and ends the list")
    func failure() async throws {
        let pages = try pages([.json(200, #"{"rows":[1],"next":"True"}"#), .json(404, "{}")])
        var iterator = pages.makeAsyncIterator()
        #expect(try await iterator.next() == 1)
        do throws(SampleError) {
            _ = try await iterator.next()
            Issue.record("no error")
        } catch {
            #expect(error.status == 404)
            #expect(error.stoppedAt?.text == #"{"list":"rows.list","number":2}"#)
        }
        #expect(try await iterator.next() == nil)
    }

    @Test("The highest page number is no trap")
    func highest() async throws {
        let pages = try pages([.json(200, #"{"rows":[7],"next":"True"}"#)], from: .max)
        var elements: [Int] = []
        for try await element in pages { elements.append(element) }
        #expect(elements == [7])
    }
}
