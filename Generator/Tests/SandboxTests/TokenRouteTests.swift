import Foundation
import Testing
import WaybillJSON

@testable import Sandbox

/// Tokens: what the sandbox gives, and what it takes.
@Suite struct TokenRouteTests {
    private static func api(_ token: String) -> String {
        """
        waybill: 1
        api: Things
        clients:
          ThingsClient:
            servers: {live: "https://things.example/v1"}
            auth:
              credentials: {clientID: {}, clientSecret: {}}
              token: \(token)
              headers: {Authorization: "Bearer {token}"}
            parameters: {edition: {default: "1"}}
            headers: {X-Edition: "e{edition}"}
            resources: [things]
          OtherClient:
            servers: {live: "https://other.example/v1"}
            auth:
              credentials: {key: {}}
              token: {path: /other, form: {key: "{key}"}, lifetime: 30s}
              headers: {Authorization: "Bearer {token}"}
            resources: [things]
        """
    }

    private static let resource = """
        resource: things
        operations:
          look:
            http: GET /things
            examples: {there: {status: 204}}
        """

    private static let form =
        "{path: /oauth/token, form: {grant_type: client_credentials, id: \"{clientID}\", secret: \"{clientSecret}\"}}"
    private static let basic = """
        {url: "https://login.example/{clientID}/token", json: {kind: machine},
         basic: {user: "{clientID}", password: "{clientSecret}"}, at: data.token, expiresAt: data.ends}
        """

    private static func sandbox(_ token: String = form, lifetime: Int? = nil) throws -> PlayedSandbox {
        var options = SandboxOptions(credentials: ["clientID": "a b", "clientSecret": "s:ü", "key": "k"])
        options.tokenLifetime = lifetime
        return try PlayedSandbox(api: api(token), resource: resource, options: options)
    }

    private static let formType = [(name: "Content-Type", value: "application/x-www-form-urlencoded")]

    @Test("a token that it gave opens the API, until its end")
    func given() throws {
        var sandbox = try Self.sandbox()
        #expect(sandbox.send("GET", "/v1/things").status == 401)
        let body = "grant_type=client_credentials&id=a+b&secret=s%3A%C3%BC"
        let answer = sandbox.send("POST", "/v1/oauth/token", body, headers: Self.formType)
        #expect(answer.status == 200)
        #expect(answer.json["token_type"] == "Bearer" && answer.json["expires_in"] == 3600)
        #expect(answer.header("Cache-Control") == "no-store")
        let token = try #require(answer.json["access_token"]?.stringValue)
        #expect(sandbox.look(token).status == 204)
        #expect(sandbox.look(token + "x").status == 401)
        sandbox.now += 3_599_999
        #expect(sandbox.look(token).status == 204)
        sandbox.now += 1
        let over = sandbox.look(token)
        #expect(over.status == 401 && over.json["message"] == "the token has ended")
    }

    @Test("what is asked for wrongly is refused as RFC 6749, section 5.2 says")
    func refused() throws {
        var sandbox = try Self.sandbox()
        let right = "grant_type=client_credentials&id=a+b&secret="
        let cases = [
            (right + "no", 401, "invalid_client"), ("id=a+b", 400, "invalid_request"),
            ("grant_type=password&id=a+b&secret=s", 400, "unsupported_grant_type"),
        ]
        for (body, status, code) in cases {
            let answer = sandbox.send("POST", "/v1/oauth/token", body, headers: Self.formType)
            #expect(answer.status == status && answer.json["error"]?.stringValue == code)
        }
        #expect(sandbox.send("POST", "/v1/oauth/token", right).json["error"] == "invalid_request")
        #expect(sandbox.send("GET", "/v1/oauth/token").status == 404)
        #expect(sandbox.send("GET", "/_sandbox/requests").json["requests"]?[0]?["operation"] == "token of ThingsClient")
    }

    @Test("Basic, JSON, another address and other places in the answer")
    func elsewhere() throws {
        var sandbox = try Self.sandbox(Self.basic, lifetime: 5000)
        let pair = Data("a+b:s%3A%C3%BC".utf8).base64EncodedString()
        let headers = [(name: "Content-Type", value: "application/json"), ("Authorization", "Basic \(pair)")]
        let answer = sandbox.send("POST", "/a%20b/token", #"{"kind":"machine"}"#, headers: headers)
        #expect(answer.status == 200)
        #expect(answer.json["data"]?["ends"] == "2026-01-01T00:00:05.000Z")
        let token = try #require(answer.json["data"]?["token"]?.stringValue)
        #expect(sandbox.look(token).status == 204)
        let wrong = sandbox.send("POST", "/a%20b/token", #"{"kind":"machine"}"#, headers: [headers[0]])
        #expect(wrong.status == 401 && wrong.header("WWW-Authenticate")?.hasPrefix("Basic realm=") == true)
        #expect(sandbox.send("POST", "/other%20one/token", #"{"kind":"machine"}"#, headers: headers).status == 401)
    }

    @Test("a token belongs to its client, and all can be ended at once")
    func ended() throws {
        var sandbox = try Self.sandbox()
        let answer = sandbox.send("POST", "/v1/other", "key=k", headers: Self.formType)
        #expect(answer.json["expires_in"] == nil)
        let token = try #require(answer.json["access_token"]?.stringValue)
        #expect(sandbox.look(token).status == 204)
        #expect(sandbox.send("DELETE", "/_sandbox/tokens").status == 204)
        #expect(sandbox.look(token).status == 401)
        #expect(sandbox.send("GET", "/_sandbox").text.contains("OtherClient token: POST /v1/other, good for 30 s"))
    }

    @Test("a header that the client always sends is asked for")
    func ownHeader() throws {
        var sandbox = try Self.sandbox()
        let body = "grant_type=client_credentials&id=a+b&secret=s%3A%C3%BC"
        let answer = sandbox.send("POST", "/v1/oauth/token", body, headers: Self.formType)
        let token = try #require(answer.json["access_token"]?.stringValue)
        #expect(sandbox.look(token, edition: "e2").status == 204)
        #expect(sandbox.look(token, edition: "2").status == 400)
        let missing = sandbox.look(token, edition: nil)
        #expect(missing.status == 400)
        #expect(missing.json["message"] == "the header X-Edition is missing, or not of the form \"e{edition}\"")
    }
}

extension PlayedSandbox {
    /// A request with a token.
    fileprivate mutating func look(_ token: String, edition: String? = "e1") -> SandboxAnswer {
        bearer("GET", "/v1/things", key: token, headers: edition.map { [("X-Edition", $0)] } ?? [])
    }
}
