import SimpleConnect
import TestSupport
import Testing
import WaybillTesting

/// Requests as values: built beforehand, shown, sent, and sent again.
@Suite struct SimpleConnectRequestTests {
    private static let deliver = SimpleConnectClient.Events.deliver(
        "k",
        recipient: EventRecipient(mobileNo: "+919812345678"),
        event: EventContent(fields: ["who": "O'Neil"])
    )

    @Test("built requests go out as the calls do, through the client of their own")
    func builders() async throws {
        let bench = try SimpleConnectBench(
            .accepted,
            .json(200, "{}"),
            .json(200, "{}"),
            .queued,
            .json(200, "{}")
        )
        _ = try await bench.integration.send(Self.deliver)
        _ = try await bench.integration.send(SimpleConnectClient.Events.detail("e1"))
        _ = try await bench.integration.send(SimpleConnectClient.Integrations.verify())
        let recipients = [MessageRecipient(mobileNo: "91")]
        _ = try await bench.account.send(
            SimpleConnectMessagesClient.Messages.deliver(templateName: "t", recipients: recipients)
        )
        _ = try await bench.account.send(SimpleConnectMessagesClient.Messages.detail("msg_1"))
        #expect(bench.requests.map(\.verb) == ["POST", "GET", "GET", "POST", "GET"])
        #expect(
            bench.requests.map(\.path) == [
                "/api/v1/integrations/purepani/events", "/api/v1/integrations/purepani/events/e1",
                "/api/v1/integrations/purepani/verify", "/api/v1/messages", "/api/v1/messages/msg_1",
            ]
        )
    }

    @Test("after an unknown outcome failure.request is sent again with the same event id, time and bytes")
    func resending() async throws {
        let bench = try SimpleConnectBench(.reset, .reset, .reset, .accepted, randomness: .seeded(9))
        let error = try await #require(throws: SimpleConnectError.self) {
            try await bench.integration.send(Self.deliver)
        }
        #expect(error.delivery == .unknown)
        let filled = try #require(error.request)
        let receipt = try await bench.integration.send(Self.deliver.resending(filled))
        #expect(Set(bench.requests.map(\.body)).count == 1)
        #expect(receipt.http.request.idempotencyKey == filled.idempotencyKey)
        #expect(filled.idempotencyKey?.hasPrefix("evt_") == true)
    }

    @Test("one value sent twice makes two events")
    func twice() async throws {
        let bench = try SimpleConnectBench(.accepted, .accepted, randomness: .seeded(9))
        _ = try await bench.integration.send(Self.deliver)
        _ = try await bench.integration.send(Self.deliver)
        #expect(Set(bench.requests.map { $0.json?["event"]?["event_id"]?.stringValue }).count == 2)
    }

    @Test("a path from the root leads away from the endpoint, and past a path of the host; others go out from both")
    func rootPaths() async throws {
        let bench = try SimpleConnectBench(
            .json(200, "{}"),
            .json(200, "{}"),
            .queued,
            .json(200, "{}"),
            paths: .init(eventsDetail: "/api/v2/events/{event_id}/", integrationsVerify: "."),
            baseURL: "https://proxy.example/wa",
            accountPaths: .init(messagesDeliver: "/v2/send", messagesDetail: "./v2/{message_id}")
        )
        _ = try await bench.integration.events.detail("e1")
        _ = try await bench.integration.integrations.verify()
        _ = try await bench.sendTemplate()
        _ = try await bench.account.messages.detail("msg_1")
        #expect(
            bench.requests.map(\.url) == [
                "https://app.simplewaconnect.com/api/v2/events/e1/", SimpleConnectBench.endpoint,
                "https://proxy.example/v2/send", "https://proxy.example/wa/v2/msg_1",
            ]
        )
    }

    @Test("the four assumed paths can be overridden, below the endpoint, beside it and from the root")
    func paths() async throws {
        let bench = try SimpleConnectBench(
            .json(200, "{}"),
            .json(200, "{}"),
            .queued,
            .json(200, "{}"),
            .accepted,
            paths: .init(eventsDetail: "../log/{event_id}/show", integrationsVerify: "./check"),
            accountPaths: .init(messagesDeliver: "/v2/send", messagesDetail: "/v2/{message_id}")
        )
        _ = try await bench.integration.events.detail("a/b")
        _ = try await bench.integration.integrations.verify()
        _ = try await bench.sendTemplate()
        _ = try await bench.account.messages.detail("msg_1")
        _ = try await bench.deliver()
        #expect(
            bench.requests.map(\.path) == [
                "/api/v1/integrations/purepani/log/a%2Fb/show", "/api/v1/integrations/purepani/events/check",
                "/v2/send", "/v2/msg_1", "/api/v1/integrations/purepani/events",
            ]
        )
    }

    @Test(
        "S01 a path that is none, or climbs, is refused when the client is made; one without its placeholder when it is used",
        arguments: [
            "/a/%2e%2E/b", "./%2e", "/.%2e", "//evil.example/x", "/a//b", "/%", "/%2", "/%zz",
            "https://evil.example/x", "verify", "../../verify", "/a/../b", "/a b", "/a?x=1", "/a#f", "/a\r\nX: y", "",
        ]
    )
    func badPaths(path: String) async throws {
        let error = try #require(throws: ConfigurationError.self) {
            try SimpleConnectBench(paths: .init(integrationsVerify: path))
        }
        #expect(error.option == "paths.integrationsVerify")

        let bench = try SimpleConnectBench(.json(200, "{}"), paths: .init(eventsDetail: "./all"))
        try await expectRefusal(["paths.eventsDetail"], bench) { try await bench.integration.events.detail("e1") }
    }

    @Test("curl masks key id, signature and secret, and quotes for the shell")
    func curl() throws {
        let bench = try SimpleConnectBench(keyID: "wa_sec_CANARY", secret: "whsec_CANARY")
        let command = try bench.integration.curl(Self.deliver)
        #expect(command.hasPrefix("curl -X POST '\(SimpleConnectBench.endpoint)'"))
        #expect(command.contains("X-SimpleConnect-Signature: "))
        #expect(command.contains(#""who":"O'\''Neil""#))
        #expect(!command.contains("CANARY"))
        #expect(command.firstMatch(of: /sha256=[0-9a-f]{64}/) == nil)

        let account = try bench.account.curl(SimpleConnectMessagesClient.Messages.detail("msg_1"))
        #expect(account.hasPrefix("curl -X GET 'https://app.simplewaconnect.com/api/v1/messages/msg_1'"))
        #expect(!account.contains("sk_live_abc"))
    }

    @Test("a header of the call goes out, once")
    func extraHeader() async throws {
        let bench = try SimpleConnectBench(.queued)
        _ = try await bench.sendTemplate(options: CallOptions(headers: ["X-Trace": "t-1"]))
        #expect(bench.requests.first?.header("X-Trace") == "t-1")
    }
}
