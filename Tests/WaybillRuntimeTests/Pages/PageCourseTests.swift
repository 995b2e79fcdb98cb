import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

/// Lists whose answers say where the next page is, and such as count their elements.
@Suite struct PageCourseTests {
    private static let definition = OperationDefinition(
        id: "rows.list",
        method: .get,
        path: "/rows",
        resend: .safe,
        envelope: .none
    )

    /// - Parameter places: Where the elements are counted; where none are, the answers say where the next page is.
    private func list(
        _ answers: [String],
        by walk: PageWalk = .cursors,
        emptyEnds: Bool = false,
        countedAt places: [String] = []
    ) throws -> (
        pages: APIPages<SampleClient, JSONValue, Int>, exchange: SampleExchange
    ) {
        let exchange = try SampleExchange(answers.map { .json(200, $0) })
        let pages = APIPages<SampleClient, JSONValue, Int>(
            exchange.client,
            "rows.list",
            by: walk,
            fetch: { turn async throws(SampleError) in
                var request = APIRequest<SampleClient, JSONValue>(Self.definition)
                switch walk {
                case .numbers, .offsets: request.addQuery("at", turn.number)
                case .cursors, .links: break
                }
                request.addQuery("after", turn.cursor)
                return try await exchange.client.send(request)
            },
            reading: { answer in
                PageReading(
                    items: answer.value["rows"]?.arrayValue?.compactMap(\.intValue) ?? [],
                    hasMore: answer.value["more"]?.boolValue,
                    total: answer.value["count"]?.intValue,
                    next: .text(answer.value["next"]?.stringValue),
                    emptyEnds: emptyEnds,
                    countedAt: places
                )
            }
        )
        return (pages, exchange)
    }

    private func all(_ pages: APIPages<SampleClient, JSONValue, Int>) async throws -> (elements: [Int], fault: String?)
    {
        var elements: [Int] = []
        do throws(SampleError) {
            for try await element in pages { elements.append(element) }
            return (elements, nil)
        } catch {
            guard case .undecodable(let answer) = error.report.kind else { throw error }
            #expect(error.delivery == .accepted)
            return (elements, "\(answer.reason) [\(error.stoppedAt?.text ?? "")]")
        }
    }

    @Test("an empty page with a cursor goes on; none, a blank one, null or the word of the server ends the list")
    func cursors() async throws {
        for last in [
            #"{"rows":[3]}"#, #"{"rows":[3],"next":""}"#, #"{"rows":[3],"next":null}"#,
            #"{"rows":[3],"next":"d","more":false}"#,
        ] {
            let (pages, exchange) = try list([#"{"rows":[1,2],"next":"b"}"#, #"{"rows":[],"next":"c d"}"#, last])
            #expect(try await all(pages) == ([1, 2, 3], nil))
            #expect(exchange.transport.requests.map(\.query) == [nil, "after=b", "after=c%20d"])
        }
    }

    @Test("a cursor that comes again ends in an error, and not in a loop", arguments: ["b", "c"])
    func repeated(cursor: String) async throws {
        let (pages, exchange) = try list([
            #"{"rows":[1],"next":"b"}"#, #"{"rows":[2],"next":"c"}"#, #"{"rows":[3],"next":"\#(cursor)"}"#,
        ])
        let (elements, fault) = try await all(pages)
        #expect(elements == [1, 2, 3])
        #expect(fault == #"its next page is one that has come already [{"list":"rows.list","mark":"c"}]"#)
        #expect(exchange.transport.requests.count == 3)
    }

    @Test("more without a place is an error, which says where the list stopped")
    func nowhere() async throws {
        let (pages, _) = try list([#"{"rows":[1],"more":true}"#])
        let (elements, fault) = try await all(pages)
        #expect(elements == [1])
        #expect(fault == #"it says that another page follows, and not where that is [{"list":"rows.list"}]"#)
    }

    @Test("a list goes on behind a cursor that was kept, and after a failure")
    func resumed() async throws {
        let (pages, exchange) = try list([#"{"rows":[4],"next":"e"}"#])
        var iterator = pages.resuming(at: PagePosition(#"{"list":"rows.list","mark":"d"}"#)).makeAsyncIterator()
        #expect(try await iterator.next() == 4)
        do throws(SampleError) {
            _ = try await iterator.next()
            Issue.record("no error")
        } catch {
            #expect(error.stoppedAt?.text == #"{"list":"rows.list","mark":"e"}"#)
        }
        #expect(exchange.transport.requests.map(\.query).first == "after=d")
    }

    @Test("offsets count what came, those elements too that could not be read")
    func offsets() async throws {
        let answers = [#"{"rows":[1,"x",3]}"#, #"{"data":{"rows":[4,5]},"rows":[4,5]}"#, #"{"rows":[]}"#]
        let (pages, exchange) = try list(answers, by: .offsets(from: 0), countedAt: ["data.rows", "rows"])
        #expect(try await all(pages) == ([1, 3, 4, 5], nil))
        #expect(exchange.transport.requests.map(\.query) == ["at=0", "at=3", "at=5"])
    }

    @Test("a page whose elements cannot be read is not the end of a list that counts its pages")
    func unreadable() async throws {
        let answers = [#"{"rows":[1],"more":true}"#, #"{"rows":["x"],"more":true}"#, #"{"rows":[3],"more":true}"#]
        let (pages, exchange) = try list(
            answers + [#"{"rows":[],"more":true}"#],
            by: .numbers(from: 1),
            countedAt: ["rows"]
        )
        #expect(try await all(pages) == ([1, 3], nil))
        #expect(exchange.transport.requests.map(\.query) == ["at=1", "at=2", "at=3", "at=4"])
    }

    @Test("nor of one that goes on after its last element: where that is cannot be read")
    func lastUnreadable() async throws {
        let (pages, _) = try list([#"{"rows":[1],"next":"1"}"#, #"{"rows":["x"]}"#], countedAt: ["rows"])
        let (elements, fault) = try await all(pages)
        #expect(elements == [1])
        #expect(fault?.hasPrefix("the next page begins after its last element, and where that is cannot") == true)
        let (whole, _) = try list([#"{"rows":[1],"next":"1"}"#, #"{"rows":[]}"#], countedAt: ["rows"])
        #expect(try await all(whole) == ([1], nil))
    }

    @Test("the number of elements ends a list, from wherever they are counted", arguments: [0, 1])
    func counted(first: Int) async throws {
        let (pages, exchange) = try list(
            [#"{"rows":[1,2],"count":3}"#, #"{"rows":[3],"count":3}"#],
            by: .offsets(from: first),
            countedAt: ["data.rows", "rows"]
        )
        #expect(try await all(pages) == ([1, 2, 3], nil))
        #expect(exchange.transport.requests.map(\.query) == ["at=\(first)", "at=\(first + 2)"])
    }

    @Test("neither a position nor a page shows what is in it")
    func secrecy() async throws {
        let (pages, _) = try list([#"{"rows":[77],"next":"ana@example.com"}"#])
        var iterator = pages.pages.makeAsyncIterator()
        let page = try #require(try await iterator.next())
        var dumped = ""
        dump(page, to: &dumped)
        dump(page.next, to: &dumped)
        let shown = "\(page) \(String(reflecting: page.next)) \(dumped)"
        #expect(!shown.contains("ana@") && !shown.contains("77"))
        #expect(page.items == [77] && page.value["rows"] == [77] && page.http.status == 200)
    }

    @Test(
        "an empty page goes on where its answer names another one, unless it ends the list; an unreadable one is not empty",
        arguments: [PageWalk.cursors, .links()]
    )
    func emptyEnds(_ walk: PageWalk) async throws {
        let answers = [
            #"{"rows":[1],"next":"/rows?after=a"}"#, #"{"rows":["x"],"next":"/rows?after=b"}"#,
            #"{"rows":[],"next":"/rows?after=c"}"#, #"{"rows":[2]}"#,
        ]
        let (going, _) = try list(answers, by: walk)
        #expect(try await all(going).elements == [1, 2])
        let (ending, exchange) = try list(answers, by: walk, emptyEnds: true, countedAt: ["rows"])
        let result = try await all(ending)
        #expect(result.elements == [1])
        #expect(result.fault == nil)
        #expect(exchange.transport.requests.count == 3)
        let (short, _) = try list([#"{"rows":[1]}"#], by: walk, emptyEnds: true, countedAt: ["rows"])
        #expect(try await all(short).fault == nil)
    }
}
