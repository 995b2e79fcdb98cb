import HTTPTypes
import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

/// Lists whose answers have the next page's URL.
@Suite struct PageLinkTests {
    private static let definition = OperationDefinition(
        id: "rows.list",
        method: .get,
        path: "/v1/rows",
        resend: .safe,
        envelope: .none
    )

    private func list(
        _ answers: [StubAnswer],
        hosts: [String] = [],
        definition: ClientDefinition = SampleClient.definition
    ) throws -> (
        pages: APIPages<SampleClient, JSONValue, Int>, exchange: SampleExchange
    ) {
        let exchange = try SampleExchange(answers, definition: definition)
        let pages = APIPages<SampleClient, JSONValue, Int>(
            exchange.client,
            "rows.list",
            by: .links(hosts: hosts),
            fetch: { turn async throws(SampleError) in
                var request = APIRequest<SampleClient, JSONValue>(Self.definition)
                request.addQuery("state", "a b")
                request.addHeader("X-Trace", "t1")
                let options = CallOptions(headers: ["X-Own": "mine"])
                return try await exchange.client.send(request.following(turn), options: options)
            },
            reading: { answer in
                PageReading(
                    items: answer.value.arrayValue?.compactMap(\.intValue) ?? [],
                    next: .text(answer.http.link("next"))
                )
            }
        )
        return (pages, exchange)
    }

    private func page(_ body: String, _ link: String) -> StubAnswer {
        .json(200, body, headers: fields(["Link": link]))
    }

    @Test("whole URLs and relative ones are followed on the client's host, with its credentials")
    func followed() async throws {
        let (pages, exchange) = try list([
            page("[1]", #"<?page=2>; rel="next", <?page=9>; rel="last""#),
            page("[]", #"<https://API.sample.test:443/v1/rows?page=3#top>; rel="next""#),
            page("[3]", #"<../v2/rows%20x>; rel=next; anchor="/v1/rows?page=3""#), page("[4]", "<?page=1>; rel=prev"),
        ])
        var elements: [Int] = []
        for try await element in pages { elements.append(element) }
        #expect(elements == [1, 3, 4])
        let host = "https://api.sample.test"
        #expect(
            exchange.transport.requests.map(\.url) == [
                "\(host)/v1/rows?state=a%20b", "\(host)/v1/rows?page=2", "\(host)/v1/rows?page=3",
                "\(host)/v2/rows%20x",
            ]
        )
        for request in exchange.transport.requests {
            #expect(request.header("Authorization") == "Bearer sk_test_1")
            #expect(request.header("X-Trace") == "t1" && request.header("X-Own") == "mine")
        }
    }

    @Test("a key in the query is sent once, and stands in no position, where the next page's URL repeats it")
    func keyInTheQuery() async throws {
        let definition = ClientDefinition(
            api: "sample",
            authentication: Authentication(query: ["key": "{apiKey}"]),
            retry: RetryPlan.walinko,
            errors: ErrorPaths()
        )
        let host = "https://api.sample.test"
        let (pages, exchange) = try list(
            [
                page("[1]", "<?key=sk_test_1&page=2>; rel=next"),
                page("[2]", "<\(host)/v1/rows?k%65y=sk_test_1>; rel=next"),
                page("[3]", ""),
            ],
            definition: definition
        )
        for try await page in pages.pages {
            #expect(page.next?.text.contains("sk_test_1") != true)
        }
        let key = "key=sk_test_1"
        #expect(
            exchange.transport.requests.map(\.url) == [
                "\(host)/v1/rows?state=a%20b&\(key)", "\(host)/v1/rows?page=2&\(key)", "\(host)/v1/rows?\(key)",
            ]
        )
    }

    @Test("a host that the spec names gets neither credentials nor the call's own headers")
    func named() async throws {
        let (pages, exchange) = try list(
            [
                page("[1]", "<https://files.sample.test/rows/2>; rel=next"), page("[2]", "<3?x=1>; rel=next"),
                page("[3]", "<https://api.sample.test/v1/rows?page=4>; rel=next"), page("[4]", ""),
            ],
            hosts: ["files.sample.test"]
        )
        var elements: [Int] = []
        for try await element in pages { elements.append(element) }
        #expect(elements == [1, 2, 3, 4])
        let requests = exchange.transport.requests
        #expect(requests[1].url == "https://files.sample.test/rows/2")
        #expect(requests[2].url == "https://files.sample.test/rows/3?x=1")
        for request in requests[1...2] {
            #expect(request.headers.map(\.name.canonicalName).sorted() == ["accept", "user-agent"])
        }
        #expect(requests[3].header("Authorization") == "Bearer sk_test_1")
    }

    @Test(
        "S07 any other place ends the list in an error, and is not asked",
        arguments: [
            "<https://evil.test/rows>", "<//evil.test/rows>", "<http://api.sample.test/v1/rows>",
            "<https://api.sample.test:8443/>", "<https://api.sample.test@evil.test/>", "<mailto:a@b.test>",
        ]
    )
    func foreign(link: String) async throws {
        let (pages, exchange) = try list([page("[1]", "\(link); rel=next")])
        var iterator = pages.makeAsyncIterator()
        #expect(try await iterator.next() == 1)
        do throws(SampleError) {
            _ = try await iterator.next()
            Issue.record("no error")
        } catch {
            #expect(error.message == "the answer could not be read: its next page is at another host")
            #expect(error.stoppedAt?.text == #"{"list":"rows.list"}"#)
        }
        #expect(exchange.transport.requests.count == 1)
    }

    @Test("a page that leads to itself, or back, ends in an error", arguments: ["<?state=a%20b>", "<?page=2>"])
    func circle(link: String) async throws {
        let (pages, exchange) = try list([page("[1]", "<?page=2>; rel=next"), page("[2]", "\(link); rel=next")])
        await #expect(throws: SampleError.self) { for try await _ in pages {} }
        #expect(exchange.transport.requests.count == 2)
    }

    @Test("a position that was kept is looked at again: it leads to the client's host, or nowhere")
    func resumed() async throws {
        let (pages, exchange) = try list([page("[5]", "")])
        let own = PagePosition(#"{"list":"rows.list","mark":"https://api.sample.test/v1/rows?page=5"}"#)
        for try await element in pages.resuming(at: own) { #expect(element == 5) }
        #expect(exchange.transport.requests.map(\.url) == ["https://api.sample.test/v1/rows?page=5"])
        let foreign = pages.resuming(at: PagePosition(#"{"list":"rows.list","mark":"https://evil.test/"}"#))
        do throws(SampleError) {
            for try await _ in foreign {}
            Issue.record("no error")
        } catch {
            #expect(error.message == "resuming leads to another host than this client's, api.sample.test")
        }
        #expect(exchange.transport.requests.count == 1)
    }

    @Test("a page of another host is not sent again with the client's credentials")
    func kept() async throws {
        let (pages, exchange) = try list(
            [page("[1]", "<https://files.sample.test/2>; rel=next"), page("[2]", "")],
            hosts: ["files.sample.test"]
        )
        var requests: [FilledRequest] = []
        for try await page in pages.pages { requests.append(page.http.request) }
        let last = try #require(requests.last)
        await #expect(throws: SampleError.self) { try await exchange.client.resend(last) }
        #expect(exchange.transport.requests.count == 2)
    }

    @Test("a link of something else than the page does not count")
    func anchors() async throws {
        let (pages, exchange) = try list([
            page("[1]", ##"<?page=7>; rel="next"; anchor="#part", <?page=8>; rel=next; anchor="/other""##)
        ])
        for try await _ in pages {}
        #expect(exchange.transport.requests.count == 1)
    }
}
