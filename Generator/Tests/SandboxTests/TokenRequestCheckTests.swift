import Foundation
import Testing
import WaybillJSON
@_spi(Generated) import WaybillSigning

@testable import Sandbox

/// Header fields of requests for tokens: which the sandbox takes, and what it says of the others.
@Suite struct TokenRequestCheckTests {
    private static let api = """
        waybill: 1
        api: Things
        clients:
          ThingsClient:
            servers: {live: "https://things.example/v1"}
            auth:
              credentials: {appKey: {}, port: {default: ""}}
              jwt: {algorithm: HS256, key: appKey, claims: {iss: app}, lifetime: 60s}
              token:
                path: /tokens
                headers: {Authorization: "App {jwt}", X-Version: "1", X-Port: "port {port}"}
              headers: {Authorization: "Bearer {token}"}
            resources: [things]
          OtherClient:
            servers: {live: "https://other.example/v1"}
            auth:
              credentials: {key: {}}
              token: {path: /other, headers: {X-Api-Key: "key {key}"}, json: {kind: machine}}
              headers: {Authorization: "Bearer {token}"}
            resources: [things]
        """

    private static let resource = """
        resource: things
        operations:
          look:
            http: GET /things
            examples: {there: {status: 204}}
        """

    private static func sandbox(_ credentials: [String: String] = [:]) throws -> PlayedSandbox {
        try PlayedSandbox(api: api, resource: resource, options: SandboxOptions(credentials: credentials))
    }

    /// A JSON Web Token of these claims, signed with the sandbox's own key.
    private static func webToken(_ claims: String) throws -> String {
        let sign = WebTokenSigningKey(.hs256, credential: "appKey").signing(with: "sandbox")
        let message = base64(#"{"alg":"HS256","typ":"JWT"}"#.utf8) + "." + base64(claims.utf8)
        return message + "." + base64(try #require(sign?(Array(message.utf8))))
    }

    private static func base64(_ bytes: some Sequence<UInt8>) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    private static let claims = #"{"iss":"app","iat":1767225600,"exp":1767225660}"#

    @Test("a token is given for a JSON Web Token in a header, without a body, and opens the API")
    func given() throws {
        var sandbox = try Self.sandbox()
        let headers = [("Authorization", "App \(try Self.webToken(Self.claims))"), ("x-version", "1")]
        let answer = sandbox.send("POST", "/v1/tokens", headers: headers)
        #expect(answer.status == 200)
        let token = try #require(answer.json["access_token"]?.stringValue)
        #expect(sandbox.bearer("GET", "/v1/things", key: token).status == 204)
    }

    @Test(
        "what is wrong with a header is said",
        arguments: [
            ("{}", ["X-Version": "1"], 401, "the JWT's iat and exp must be whole numbers of seconds"),
            (claims, [:], 400, "the header X-Version is missing"),
            (claims, ["X-Version": "2"], 400, "the header X-Version must be \"1\", and is \"2\""),
            (claims, ["X-Version": "1", "X-Port": "a"], 401, "the header X-Port is not accepted"),
            (nil, ["X-Version": "1"], 401, "the header Authorization is missing"),
            (
                nil, ["Authorization": "Bearer a.b.c", "X-Version": "1"], 401,
                "the header Authorization is not of the form \"App {jwt}\""
            ),
        ] as [(String?, [String: String], Int, String)]
    )
    func refused(claims: String?, headers: [String: String], status: Int, text: String) throws {
        var sandbox = try Self.sandbox(["port": "kiel"])
        var sent = headers.map { (name: $0.key, value: $0.value) }
        if let claims { sent.append(("Authorization", "App \(try Self.webToken(claims))")) }
        let answer = sandbox.send("POST", "/v1/tokens", headers: sent)
        #expect(answer.status == status && answer.json["error_description"]?.stringValue == text)
        #expect(answer.json["error"]?.stringValue == (status == 401 ? "invalid_client" : "invalid_request"))
    }

    @Test("headers are looked at before the body, whose members are said with what they must be")
    func body() throws {
        var sandbox = try Self.sandbox(["key": "k"])
        let type = (name: "Content-Type", value: "application/json")
        let cases = [
            ("key k", #"{"kind":"machine"}"#, 200, nil), ("key no", "", 401, "the header X-Api-Key is not accepted"),
            ("key k", "", 400, "the body must be JSON, an object of texts"),
            ("key k", #"{"kind":"user"}"#, 400, "kind must be \"machine\", and is \"user\""),
        ]
        for (key, body, status, text) in cases {
            let answer = sandbox.send("POST", "/v1/other", body, headers: [type, ("X-Api-Key", key)])
            #expect(answer.status == status && answer.json["error_description"]?.stringValue == text)
        }
    }
}
