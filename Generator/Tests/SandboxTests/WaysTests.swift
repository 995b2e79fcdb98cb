import Testing
import WaybillJSON

@testable import Sandbox

/// Several ways to authenticate: the sandbox takes any, and says what is wrong with the one that was meant.
@Suite struct WaysTests {
    private static let api = """
        waybill: 1
        api: Things
        clients:
          ThingsClient:
            servers: {live: "https://things.example"}
            auth:
              oneOf:
                key: {credentials: {apiKey: {}}, headers: {Authorization: "Key {apiKey}", X-Kind: "key"}}
                login: {credentials: {user: {}, pass: {}}, basic: {user: "{user}", password: "{pass}"}}
                url: {credentials: {urlKey: {}}, query: {key: "{urlKey}"}}
                token:
                  credentials: {id: {}}
                  token: {path: /token, form: {id: "{id}"}}
                  headers: {X-Token: "{token}"}
            resources: [things]
        """

    private static let resource = """
        resource: things
        operations:
          look:
            http: GET /things
            examples: {there: {status: 204}}
        """

    private static func sandbox() throws -> PlayedSandbox {
        let own = ["apiKey": "k", "user": "u", "pass": "p", "urlKey": "q", "id": "i"]
        return try PlayedSandbox(api: api, resource: resource, options: SandboxOptions(credentials: own))
    }

    @Test(
        "each way opens the API",
        arguments: [
            [(name: "Authorization", value: "Key k"), (name: "X-Kind", value: "key")],
            [(name: "Authorization", value: "Basic dTpw")],
        ]
    )
    func headers(_ headers: [(name: String, value: String)]) throws {
        var sandbox = try Self.sandbox()
        #expect(sandbox.send("GET", "/things", headers: headers).status == 204)
    }

    @Test("a parameter and a token open it too")
    func others() throws {
        var sandbox = try Self.sandbox()
        #expect(sandbox.send("GET", "/things", query: "key=q").status == 204)
        let type = [(name: "Content-Type", value: "application/x-www-form-urlencoded")]
        let token = try #require(
            sandbox.send("POST", "/token", "id=i", headers: type).json["access_token"]?.stringValue
        )
        #expect(sandbox.send("GET", "/things", headers: [("X-Token", token)]).status == 204)
    }

    @Test("what is wrong is said of the way that was meant")
    func refused() throws {
        var sandbox = try Self.sandbox()
        let none = sandbox.send("GET", "/things")
        #expect(none.status == 401)
        #expect(none.json["message"] == "no way to authenticate is taken; they are key, login, url, token")
        let key = sandbox.send("GET", "/things", headers: [("Authorization", "Key no"), ("X-Kind", "key")])
        #expect(key.json["message"] == "the apiKey is not one that this sandbox accepts; see GET /_sandbox")
        let login = sandbox.send("GET", "/things", headers: [("Authorization", "Basic dTpu")])
        #expect(login.json["message"] == "user and password are not those that this sandbox accepts; see GET /_sandbox")
        let token = sandbox.send("GET", "/things", headers: [("X-Token", "k")])
        #expect(token.json["message"] == "the token is not one that this sandbox gave")
        // Halves of two ways are none.
        let mixed = sandbox.send("GET", "/things", headers: [("Authorization", "Key k")], query: "key=no")
        #expect(mixed.status == 401)
    }
}
