import Foundation
import Pipeline
import Testing
import WaybillJSON
@_spi(Generated) import WaybillSigning

@testable import Sandbox

/// JSON Web Tokens: which the sandbox takes, and what it says of the others.
///
/// Two clients have a credential of one name, each in a form of its own.
@Suite struct WebTokenCheckTests {
    private static let api = """
        waybill: 1
        api: Things
        clients:
          ThingsClient:
            servers: {live: "https://things.example/v1"}
            auth:
              credentials: {id: {}, privateKey: {}}
              jwt:
                algorithm: ES256
                key: privateKey
                header: {kid: "{id}"}
                claims: {iss: "{id}", aud: [a, "b-{id}"], jti: "{nonce}"}
                lifetime: 60s
              headers: {Authorization: "Bearer {jwt}"}
            resources: [things]
          BankClient:
            servers: {live: "https://bank.example/v1"}
            auth:
              credentials: {privateKey: {}}
              jwt: {algorithm: HS256, key: privateKey, claims: {iss: bank}, lifetime: 60s}
              token: {path: /token, form: {grant_type: jwt, assertion: "{jwt}"}}
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

    private static func sandbox() throws -> PlayedSandbox {
        try PlayedSandbox(
            api: api,
            resource: resource,
            options: SandboxOptions(credentials: ["id": "i"])
        )
    }

    private static func base64(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// A token of these texts, signed with the sandbox's own key.
    private static func token(
        _ header: String,
        _ claims: String,
        _ key: WebTokenSigningKey,
        _ secret: String
    ) throws -> String {
        let message = base64(Array(header.utf8)) + "." + base64(Array(claims.utf8))
        let sign = key.signing(with: secret)
        let signature = try #require(sign?(Array(message.utf8)))
        return message + "." + base64(signature)
    }

    private static let header = #"{"typ":"JWT","alg":"ES256","kid":"i"}"#
    private static let claims = #"{"iss":"i","aud":["a","b-i"],"jti":"1","iat":1767225600,"exp":1767225660,"more":1}"#

    @Test("a token in time with the right claims opens the API", arguments: [0, 59_999])
    func taken(_ later: Int64) throws {
        var sandbox = try Self.sandbox()
        sandbox.now += later
        #expect(
            sandbox.send("GET", "/v1/things", headers: try Self.field(Self.header, Self.claims, sandbox)).status == 204
        )
    }

    private static func field(
        _ header: String,
        _ claims: String,
        _ sandbox: PlayedSandbox
    ) throws -> [(name: String, value: String)] {
        let key = WebTokenSigningKey(.es256, credential: "privateKey")
        let token = try token(
            header,
            claims,
            key,
            sandbox.api.credentials.of(sandbox.api.spec.clients[0])["privateKey"]
        )
        return [("Authorization", "Bearer \(token)")]
    }

    @Test(
        "what is wrong with a token is said",
        arguments: [
            (header.replacing("ES256", with: "HS256"), claims, "the JWT's alg must be ES256"),
            (header.replacing("JWT", with: "at"), claims, "the JWT's typ must be JWT"),
            (
                header.replacing("\"i\"", with: "\"j\""), claims,
                "the JWT's header kid is not the one of these credentials"
            ),
            (header, claims.replacing("b-i", with: "b"), "the JWT's claim aud is not the one of these credentials"),
            (header, claims.replacing("\"jti\":\"1\",", with: ""), "the JWT has no claim jti"),
            (header, claims.replacing("25660", with: "25661"), "the JWT's exp must be at most 60 s after its iat"),
            (header, claims.replacing("25660", with: "25600"), "the JWT has ended: its exp is 0 s ago"),
            (
                header, claims.replacing("17672256", with: "17672266"),
                "the JWT's iat is 1000 s ahead of the sandbox's clock"
            ),
            (header, "[]", "the JWT must be Base64 for URLs, of JSON objects and a signature"),
            (header, "{}", "the JWT's iat and exp must be whole numbers of seconds"),
        ]
    )
    func refused(_ header: String, _ claims: String, _ message: String) throws {
        var sandbox = try Self.sandbox()
        let answer = sandbox.send("GET", "/v1/things", headers: try Self.field(header, claims, sandbox))
        #expect(answer.status == 401)
        #expect(answer.json["message"]?.stringValue == message)
    }

    @Test("a signature of another key is refused, and so is none")
    func signature() throws {
        var sandbox = try Self.sandbox()
        let token = try #require(try Self.field(Self.header, Self.claims, sandbox).first).value
        let other = String(token.dropLast(8)) + "AAAAAAAA"
        let answer = sandbox.send("GET", "/v1/things", headers: [("Authorization", other)])
        #expect(answer.json["message"]?.stringValue?.hasPrefix("the signature of the JWT does not match") == true)
        let none = sandbox.send("GET", "/v1/things", headers: [("Authorization", "Bearer abc")])
        #expect(none.json["message"] == "the JWT must have three parts with points between them")
    }

    @Test("an assertion is looked at where a token is asked for")
    func assertion() throws {
        var sandbox = try Self.sandbox()
        let type = [(name: "Content-Type", value: "application/x-www-form-urlencoded")]
        let key = WebTokenSigningKey(.hs256, credential: "privateKey")
        let header = #"{"alg":"HS256","typ":"JWT"}"#
        let claims = #"{"iss":"bank","iat":1767225600,"exp":1767225660}"#
        let right = try Self.token(header, claims, key, "sandbox")
        let body = "grant_type=jwt&assertion="
        let answer = sandbox.send("POST", "/v1/token", body + right, headers: type)
        #expect(answer.status == 200)
        let wrong = sandbox.send("POST", "/v1/token", body + (try Self.token(header, claims, key, "kb")), headers: type)
        #expect(wrong.status == 401 && wrong.json["error"] == "invalid_grant")
    }
}
