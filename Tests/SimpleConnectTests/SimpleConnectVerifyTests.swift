import SimpleConnect
import TestSupport
import Testing
import WaybillTesting

/// What `integrations.verify` asks and tells.
@Suite struct SimpleConnectVerifyTests {
    static let example = """
        {"connected":true,"provider":"purepani","event_flows":[{"event_key":"customer_payment_received","state":"enabled",\
        "template":{"name":"pay_rcvd","language":"en","status":"approved"}},{"event_key":"customer_app_invitation",\
        "state":"not_configured","template":null}]}
        """

    private func verify(_ body: String) async throws -> IntegrationSnapshot {
        let bench = try SimpleConnectBench(.json(200, body))
        return try await bench.integration.integrations.verify().value
    }

    private func flow(_ body: String) async throws -> EventFlow {
        try #require(try await verify(#"{"event_flows":[\#(body)]}"#).eventFlows.first)
    }

    @Test("verify: GET beside the endpoint; connected, provider, flows")
    func example() async throws {
        let bench = try SimpleConnectBench(.json(200, Self.example))
        let snapshot = try await bench.integration.integrations.verify()
        #expect(bench.requests.map(\.url) == ["https://app.simplewaconnect.com/api/v1/integrations/purepani/verify"])
        #expect(bench.requests.map(\.verb) == ["GET"])
        #expect(snapshot.isConnected)
        #expect(snapshot.provider == "purepani")
        #expect(snapshot.eventFlows.map(\.eventKey) == ["customer_payment_received", "customer_app_invitation"])
        #expect(snapshot.eventFlows[0].template?.name == "pay_rcvd")
        #expect(snapshot.eventFlows[0].template?.language == "en")
        #expect(snapshot.eventFlows[0].template?.isApproved == true)
    }

    @Test(
        "verify: connected by flag or by word",
        arguments: [
            (#"{"connected":true}"#, true), (#"{"status":"connected"}"#, true), (#"{"connected":false}"#, false),
            (#"{"status":"disconnected"}"#, false), ("{}", false), (#"{"connected":"yes"}"#, false),
        ]
    )
    func connected(body: String, expected: Bool) async throws {
        #expect(try await verify(body).isConnected == expected)
    }

    @Test(
        "verify: state predicates, and a state that nobody knows",
        arguments: [
            ("enabled", [true, false]), ("not_configured", [false, false]), ("needs_attention", [false, true]),
            ("quarantined", [false, false]),
        ]
    )
    func states(word: String, expected: [Bool]) async throws {
        let flow = try await flow(#"{"event_key":"k","state":"\#(word)"}"#)
        #expect([flow.isEnabled, flow.needsAttention] == expected)
        #expect(flow.state?.rawValue == word)
    }

    @Test(
        "verify: configured with/without template",
        arguments: [
            (#"{"template":{"name":"a"}}"#, true), (#"{"template":{}}"#, true), (#"{"template":null}"#, false),
            ("{}", false),
        ]
    )
    func configured(body: String, expected: Bool) async throws {
        #expect(try await flow(body).isConfigured == expected)
    }

    @Test(
        "verify: approved by flag or by word in any case",
        arguments: [
            (#"{"approved":true}"#, true), (#"{"status":"APPROVED"}"#, true), (#"{"status":"Approved"}"#, true),
            (#"{"approved":false}"#, false), (#"{"status":"rejected"}"#, false), ("{}", false),
        ]
    )
    func approved(body: String, expected: Bool) async throws {
        #expect(try await flow(#"{"template":\#(body)}"#).template?.isApproved == expected)
    }

    @Test("verify: lookup hit and miss, on the value and on the answer")
    func lookup() async throws {
        let bench = try SimpleConnectBench(.json(200, Self.example))
        let snapshot = try await bench.integration.integrations.verify()
        #expect(snapshot[eventFlow: "customer_payment_received"]?.isEnabled == true)
        #expect(snapshot.value[eventFlow: "customer_app_invitation"]?.isConfigured == false)
        #expect(snapshot[eventFlow: "nothing"] == nil)
        #expect(snapshot[eventFlow: ""] == nil)
    }

    @Test(
        "verify: missing or null flows are an empty list",
        arguments: ["{}", #"{"event_flows":null}"#, #"{"event_flows":[]}"#]
    )
    func noFlows(body: String) async throws {
        #expect(try await verify(body).eventFlows.isEmpty)
    }
}
