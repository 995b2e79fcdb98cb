import Connectly
import HTTPTypes
import TestSupport
import Testing
import WaybillTesting

/// What goes out: where, with which headers, and in whose name.
@Suite struct ConnectlyRequestTests {
    @Test(
        "every operation goes to its path below the business, with the key in X-API-Key and nothing to log in with else"
    )
    func paths() async throws {
        let stub = StubTransport { _ in .json(200, #"{"id":"x","entity":{},"asset":{},"cdnUri":"u","data":[]}"#) }
        let bench = try ConnectlyBench(configuration: .init(transport: stub))
        let client = bench.client
        _ = try await bench.send()
        _ = try await client.messages.sendTemplate(number: "+16045550199", templateName: "t")
        _ = try await client.campaigns.send(entries: [CampaignEntry(client: "+1", campaignName: "c")])
        _ = try await client.templates.create(
            name: "n",
            language: TemplateLanguage(code: "en"),
            category: .utility,
            templateComponents: []
        )
        _ = try await client.templates.list()
        _ = try await client.webhooks.create(topic: .messages, address: "https://hooks.example")
        _ = try await client.webhooks.list()
        _ = try await client.webhooks.update("wh_1", address: "https://hooks.example")
        _ = try await client.webhooks.delete("wh_1")
        _ = try await client.assets.create(uri: "https://files.example/p.png")
        _ = try await client.assets.fetch("sku-1")
        _ = try await client.reports.list()
        #expect(
            stub.requests.map { "\($0.verb) \($0.url.replacing(ConnectlyBench.root, with: ""))" } == [
                "POST /send/messages", "POST /send/whatsapp_templated_messages", "POST /send/campaigns",
                "POST /create/template", "POST /get/templates", "POST /create/webhooks", "GET /webhooks",
                "PUT /update/webhooks/wh_1", "DELETE /delete/webhooks/wh_1", "POST /assets", "GET /assets/sku-1",
                "GET /reporting/reports",
            ]
        )
        #expect(Set(stub.requests.map { $0.header("X-API-Key") }) == [ConnectlyBench.apiKey])
        #expect(stub.requests.allSatisfy { $0.header("Authorization") == nil && $0.header("Idempotency-Key") == nil })
        #expect(Set(stub.requests.map { $0.header("Accept") }) == ["application/json"])
        for request in stub.requests {
            #expect(request.header("Content-Type") == (request.body == nil ? nil : "application/json"))
        }
    }

    @Test("the `order` that the vendor documents for templates goes along as it is")
    func order() async throws {
        let bench = try ConnectlyBench(.json(200, #"{"id":"x"}"#))
        let extra: JSONObject = ["order": ["parentId": "o-1", "strategy": "x"]]
        _ = try await bench.client.messages.sendTemplate(number: "+16045550199", templateName: "t", extra: extra)
        #expect(
            bench.requests.map(\.text) == [
                #"{"number":"+16045550199","templateName":"t","order":{"parentId":"o-1","strategy":"x"}}"#
            ]
        )
    }

    @Test("oddity 7: templates are read by a POST without a body")
    func templatesWithoutBody() async throws {
        let bench = try ConnectlyBench(.json(200, #"{"entity":{"templateGroups":[]}}"#))
        #expect(try await bench.client.templates.list().groups.isEmpty)
        #expect(bench.requests.map(\.verb) == ["POST"])
        #expect(bench.requests[0].body?.isEmpty ?? true)
    }

    @Test(
        "contradiction 19: the business's id is opaque, and one segment of the path whatever it is",
        arguments: [
            ("f1980bf7-c7d6-40ec-b665-dbe13620bffa", "f1980bf7-c7d6-40ec-b665-dbe13620bffa"),
            ("biz_01HF0000000000000000000001", "biz_01HF0000000000000000000001"),
            ("a/b", "a%2Fb"), ("a?b#c", "a%3Fb%23c"), ("a%2Fb", "a%252Fb"), ("é 1", "%C3%A9%201"), ("a;b", "a%3Bb"),
            ("{business_id}", "%7Bbusiness_id%7D"),
        ]
    )
    func businessID(id: String, segment: String) async throws {
        let bench = try ConnectlyBench(.sent, businessID: id)
        _ = try await bench.send()
        #expect(bench.requests.map(\.url) == ["https://api.connectly.ai/v1/businesses/\(segment)/send/messages"])
    }

    @Test(
        "S05 a business's id that is blank or a dot segment never reaches the network",
        arguments: ["", " ", ".", ".."]
    )
    func badBusinessID(id: String) async throws {
        let stub = StubTransport(.sent)
        do {
            let bench = try ConnectlyBench(businessID: id, configuration: .init(transport: stub))
            _ = try await bench.send()
            Issue.record("nothing was thrown")
        } catch let error as ConfigurationError {
            #expect(error.option == "businessID")
        } catch let error as ConnectlyError {
            guard case .invalidArgument = error else { throw Unexpected(error) }
        }
        #expect(stub.requests.isEmpty)
    }

    @Test("S05 the ids of webhooks and assets are one segment each, or refused")
    func ids() async throws {
        let bench = try ConnectlyBench(.status(200), .json(200, #"{"cdnUri":"u"}"#))
        _ = try await bench.client.webhooks.delete("wh/../1?x")
        _ = try await bench.client.assets.fetch("a b")
        #expect(
            bench.requests.map(\.url) == [
                "\(ConnectlyBench.root)/delete/webhooks/wh%2F..%2F1%3Fx", "\(ConnectlyBench.root)/assets/a%20b",
            ]
        )
        for id in ["", ".", ".."] {
            let error = try await #require(throws: ConnectlyError.self) { try await bench.client.webhooks.delete(id) }
            guard case .invalidArgument = error else { throw Unexpected(error) }
        }
        #expect(bench.requests.count == 2)
    }

    @Test("a path below a server of one's own keeps the business")
    func ownServer() async throws {
        let bench = try ConnectlyBench(.sent, configuration: .init(baseURL: "http://127.0.0.1:9000/sandbox"))
        _ = try await bench.send()
        let business = ConnectlyBench.businessID
        #expect(bench.requests.map(\.url) == ["http://127.0.0.1:9000/sandbox/v1/businesses/\(business)/send/messages"])
    }

    @Test(
        "a key that is blank or ends in a line break is refused, and not shown",
        arguments: ["", "  ", "secret-key\n"]
    )
    func badKey(key: String) throws {
        let error = try #require(throws: ConfigurationError.self) { try ConnectlyBench(apiKey: key) }
        #expect(error.option == "apiKey")
        #expect(!error.description.contains("secret-key"))
    }

    @Test("oddity 8: a PUT that changes what it names, and nothing else")
    func partialUpdate() async throws {
        let stub = StubTransport { _ in .json(200, "{}") }
        let webhooks = try ConnectlyBench(configuration: .init(transport: stub)).client.webhooks
        _ = try await webhooks.update("wh_1", address: "https://hooks.example/v2")
        _ = try await webhooks.update("wh_1", configuration: WebhookSettings(echo: false))
        #expect(
            stub.requests.map(\.text) == [
                #"{"address":"https://hooks.example/v2"}"#, #"{"configuration":{"echo":false}}"#,
            ]
        )
    }

    @Test("reports are asked for by type in the query, encoded")
    func reportType() async throws {
        let bench = try ConnectlyBench(.json(200, #"{"data":[]}"#))
        _ = try await bench.client.reports.list(type: "campaign daily&v1")
        #expect(bench.requests.map(\.query) == ["type=campaign%20daily%26v1"])
    }
}
