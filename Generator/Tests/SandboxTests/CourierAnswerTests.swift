import Foundation
import Pipeline
import Testing
import WaybillJSON
@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillSigning

@testable import Sandbox

/// What the sandbox answers and delivers of the golden spec, which has every construct of the dialect.
@Suite struct CourierAnswerTests {
    private static func answer(_ method: String, _ path: String, _ body: String = "", fault: String? = nil) throws
        -> SandboxAnswer
    {
        var sandbox = try PlayedSandbox(golden: "Courier")
        let headers = [("X-Courier-Token", "courier_sandbox")] + (fault.map { [("X-Sandbox-Fault", $0)] } ?? [])
        return sandbox.send(method, "/eu/accounts/a1" + path, body, headers: headers)
    }

    @Test("an answer by status is that of the first example, shape and status together")
    func statuses() throws {
        let sent = try Self.answer("POST", "/letters", #"{"text":"Hi"}"#)
        #expect(sent.status == 200 && sent.json["result"] == ["id": "l1", "pages": 1])
        let withdrawn = try Self.answer("DELETE", "/letters/l1")
        #expect(withdrawn.status == 200 && withdrawn.json["result"] == ["id": "l1", "pages": 1])
        let invalid = try Self.answer("POST", "/letters", #"{"text":" "}"#)
        #expect(invalid.status >= 400 && invalid.json["result"] == nil)
    }

    @Test("items told apart by a member keep the members that tell them")
    func members() throws {
        let answer = try Self.answer("POST", "/letters/batch", #"{"to":["a","b","c"]}"#)
        let letters = answer.json.value(at: "result.letters")?.arrayValue ?? []
        #expect(answer.status == 207 && letters.count == 3)
        #expect(letters.first == ["to": "a", "id": "l1", "error": nil])
        #expect(letters.dropFirst().first?.value(at: "error.code") == "no_route")
        #expect(letters.last?.value(at: "held.until") == "2025-06-15T15:10:00Z")
        #expect(try Self.answer("POST", "/letters/batch", #"{"to":[]}"#).status >= 400)
    }

    @Test("what is an id or the whole object stays what the example has")
    func expandable() throws {
        let body = #"{"day":"2028-02-29","sent":"Tue, 29 Feb 2028 04:00:00 +0000"}"#
        let booked = try Self.answer("POST", "/bookings", body)
        #expect(booked.status == 200)
        #expect(booked.json.value(at: "result.customer") == ["id": "c1", "name": "Ada"])
        #expect(booked.json.value(at: "result.agent") == "c2")
    }

    private static func base64(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    @Test("an assertion that RS256 signs brings a token, and one that was changed brings none")
    func rs256() throws {
        var sandbox = try PlayedSandbox(golden: "Courier")
        let client = try #require(sandbox.api.spec.clients.first { $0.name == "BankClient" })
        let credentials = sandbox.api.credentials.of(client)
        let header = #"{"alg":"RS256","typ":"JWT"}"#
        let claims = """
            {"iss":"\(credentials["account"])","aud":"https://bank.courier.example/token","iat":1767225600,"exp":1767229200}
            """
        let message = Self.base64(Array(header.utf8)) + "." + Self.base64(Array(claims.utf8))
        let sign = WebTokenSigningKey(.rs256, credential: "privateKey").signing(with: credentials["privateKey"])
        let signature = Self.base64(try #require(sign?(Array(message.utf8))))
        func ask(_ assertion: String) -> SandboxAnswer {
            let type = [(name: "Content-Type", value: "application/x-www-form-urlencoded")]
            let grant = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion="
            return sandbox.send("POST", "/token", grant + assertion, headers: type)
        }
        let given = ask(message + "." + signature)
        let token = try #require(given.json["access_token"]?.stringValue, "\(given.text)")
        #expect(sandbox.send("GET", "/notices/n1", headers: [("Authorization", "Bearer \(token)")]).status == 200)
        #expect(sandbox.send("GET", "/notices/n1", headers: [("Authorization", "Bearer \(token)x")]).status == 401)
        let changed = Self.base64(Array(claims.replacing("1767229200", with: "1767229100").utf8))
        #expect(ask("\(Self.base64(Array(header.utf8))).\(changed).\(signature)").status == 401)
    }

    @Test("a delivery that p256 signs holds under the key that is shown, and no other one does")
    func p256() throws {
        let webhook = try #require(
            try SpecFixture.golden("Courier").webhooks.first { $0.name == "LedgerWebhook" }
        )
        let example = WebhookKeySet.example(of: webhook)
        let body = Array(#"{"type":1}"#.utf8)
        let message = try WebhookSigner(webhook, example.keys).message(body: body, at: 1_700_000_000)
        let receiver = try WebhookSigner(webhook, WebhookKeySet(publicKeys: [example.shown]))
        #expect(receiver.check(message, at: 1_700_000_001) == .holds(secret: 0))
        #expect(receiver.check(message, at: 1_700_001_000) != .holds(secret: 0))
        for kind in WebhookTampering.allCases {
            let tampered = try WebhookSigner(webhook, example.keys)
                .message(body: body, at: 1_700_000_000, tampering: kind)
            #expect(receiver.check(tampered, at: 1_700_000_001) != .holds(secret: 0))
        }
        #expect(throws: WebhookProblem.self) { try WebhookSigner(webhook, secrets: [example.shown]) }
    }
}
