import Testing
import WaybillJSON

@testable import Sandbox

@Suite struct AuthenticationCheckTests {
    private let path = "/api/v1/public/messages/tx_1"
    private let events = "/api/v1/integrations/purepani/events"

    @Test("The right key passes, any other is 401 in the API's own form")
    func bearer() throws {
        var sandbox = try PlayedSandbox("walinko")
        #expect(sandbox.bearer("GET", path).status == 404)
        let answer = sandbox.bearer("GET", path, key: "walk_live_other")
        #expect(answer.status == 401)
        #expect(answer.json["success"] == false)
        #expect(answer.json["error_code"] == "invalid_api_key")
        #expect(
            answer.json["message"]?.stringValue?.hasPrefix("the apiKey is not one that this sandbox accepts") == true
        )
    }

    @Test("A missing header, and one of another form, are named")
    func forms() throws {
        var sandbox = try PlayedSandbox("walinko")
        #expect(sandbox.send("GET", path).json["message"] == "the header Authorization is missing")
        let basic = sandbox.send("GET", path, headers: [("authorization", "Basic abc")])
        #expect(basic.json["message"] == "the header Authorization is not of the form \"Bearer {apiKey}\"")
        #expect(basic.header("X-Request-Id")?.hasPrefix("req_") == true)
    }

    @Test("Credentials can be set, and are then not shown")
    func overridden() throws {
        var sandbox = try PlayedSandbox("walinko", options: SandboxOptions(credentials: ["apiKey": "walk_live_mine"]))
        #expect(sandbox.bearer("GET", path).status == 401)
        #expect(sandbox.bearer("GET", path, key: "walk_live_mine").status == 404)
        #expect(!sandbox.send("GET", "/_sandbox").text.contains("walk_live_mine"))
    }

    @Test("A credential is compared whatever its name is", arguments: ["token", "jwt", "nonce", "nonceKey"])
    func names(credential: String) throws {
        let api = """
            waybill: 1
            api: Things
            clients:
              ThingsClient:
                servers: {live: "https://things.example"}
                auth: {credentials: {\(credential): {}}, headers: {Authorization: "Bearer {\(credential)}"}}
                resources: [things]
            """
        let things = """
            resource: things
            operations: {look: {http: GET /things, examples: {there: {status: 204}}}}
            """
        var sandbox = try PlayedSandbox(
            api: api,
            resource: things,
            options: SandboxOptions(credentials: [credential: "right"])
        )
        #expect(sandbox.bearer("GET", "/things", key: "right").status == 204)
        #expect(sandbox.bearer("GET", "/things", key: "wrong").status == 401)
    }

    @Test("A signature over the body passes, over another body or by another secret it does not")
    func signature() throws {
        var sandbox = try PlayedSandbox("simpleconnect")
        #expect(sandbox.signed("GET", "/api/v1/integrations/purepani/verify").status == 200)
        let wrongSecret = sandbox.signed("GET", "/api/v1/integrations/purepani/verify", secret: "whsec_other")
        #expect(wrongSecret.status == 401)
        #expect(wrongSecret.json == ["message": "the signature does not match the body"])
        let headers = sandbox.signature(of: #"{"a":1}"#, secret: "whsec_sandbox", timestamp: sandbox.now / 1000)
        #expect(sandbox.send("POST", events, #"{"a":2}"#, headers: headers).status == 401)
    }

    @Test("A timestamp may be 300 s off, to either side", arguments: [-301, -300, 300, 301] as [Int64])
    func timestamps(offset: Int64) throws {
        var sandbox = try PlayedSandbox("simpleconnect")
        let time = sandbox.now / 1000 + offset
        let answer = sandbox.signed("GET", "/api/v1/integrations/purepani/verify", timestamp: time)
        #expect(answer.status == (abs(offset) > 300 ? 401 : 200))
    }

    @Test("A timestamp that is no number is refused", arguments: ["", "now", "1e9", "-5", "99999999999999999999"])
    func noTimestamp(text: String) throws {
        var sandbox = try PlayedSandbox("simpleconnect")
        var headers = sandbox.signature(of: "", secret: "whsec_sandbox", timestamp: sandbox.now / 1000)
        headers[1].value = text
        #expect(sandbox.send("GET", "/api/v1/integrations/purepani/verify", headers: headers).status == 401)
    }

    @Test("Each client has its own credentials")
    func perClient() throws {
        var sandbox = try PlayedSandbox("simpleconnect")
        #expect(sandbox.bearer("GET", "/api/v1/integrations/purepani/verify", key: "sk_live_sandbox").status == 401)
        #expect(sandbox.bearer("GET", "/api/v1/messages/m", key: "sk_live_sandbox").status == 404)
    }
}
