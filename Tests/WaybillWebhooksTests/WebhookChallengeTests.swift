import HTTPTypes
import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime
@_spi(Generated) @testable import WaybillSigning
@_spi(Generated) @testable import WaybillWebhooks

/// Requests by which a service asks whether its receiver is there.
@Suite struct WebhookChallengeTests {
    private struct Hub: APIWebhook, ChallengedWebhook {
        let receiver: WebhookReceiver<ReceivedModel<JSONValue>>

        func ask(_ query: String, method: String = "GET", _ text: String = "", headers: HTTPFields = [:]) -> String {
            let answer = answer(method: method, query: query, headers: headers, body: Array(text.utf8))
            return answer.map { "\($0.status) \(String(decoding: $0.body, as: UTF8.self))" } ?? "no challenge"
        }
    }

    private static let query = WebhookChallenge(
        method: .get,
        place: .query,
        when: [.init("hub.mode", "subscribe")],
        from: "hub.challenge",
        proof: .token("hub.verify_token")
    )
    private static let body = WebhookChallenge(
        method: .post,
        place: .body,
        when: [.init("type", "url_verification")],
        from: "challenge",
        proof: .token("token"),
        answer: [.init("challenge", "{challenge}")]
    )
    private static let signed = WebhookChallenge(
        method: .post,
        place: .body,
        when: [.init("event", "endpoint.url_validation")],
        from: "payload.plainToken",
        proof: .signature,
        answer: [.init("plainToken", "{challenge}"), .init("encryptedToken", "{hmac}")]
    )
    private static let crc = WebhookChallenge(
        method: .get,
        place: .query,
        from: "crc_token",
        proof: .none,
        answer: [.init("response_token", "sha256={hmac}")]
    )

    private func hub(
        _ challenge: WebhookChallenge?,
        secrets: [String] = ["s"],
        token: String? = "t0ken",
        encoding: SignatureRecipe.Encoding = .hex
    ) throws -> Hub {
        let scheme = WebhookSignatureScheme(algorithm: .sha256, encoding: encoding, header: "X-Signature")
        let definition = WebhookDefinition(
            name: "hub",
            scheme: scheme,
            challenge: challenge,
            acknowledgement: WebhookAcknowledgement(refusal: 403),
            bodyLimit: 4096
        )
        return Hub(
            receiver: try WebhookReceiver(definition, secrets: secrets, challengeToken: token) { reader in
                reader.value().map(ReceivedModel.event)
            }
        )
    }

    private let asked = "hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=t0ken"

    @Test("A GET with the token is answered with its text, as plain text that no browser may guess about")
    func query() throws {
        let answer = try #require(
            try hub(Self.query).answer(method: "GET", query: asked, headers: HTTPFields(), body: [])
        )
        #expect(answer.status == 200)
        #expect(answer.body == Array("1158201444".utf8))
        #expect(answer.headers[.contentType] == "text/plain; charset=utf-8")
        #expect(answer.headers[.xContentTypeOptions] == "nosniff")
        #expect(answer.headers[.cacheControl] == "no-store")
        let escaped = "hub.verify%5Ftoken=t0ken&hub.challenge=a+b%2Bc&hub.mode=subscribe&other=1"
        #expect(try hub(Self.query).ask(escaped) == "200 a b+c")
    }

    @Test(
        "What is not proven, or asks for nothing that may be answered, is refused and gets nothing of itself back",
        arguments: [
            "", "hub.mode=subscribe", "hub.mode=subscribe&hub.challenge=1", "hub.challenge=1&hub.verify_token=t0ken",
            "hub.mode=subscribe&hub.challenge=1&hub.verify_token=", "hub.mode=subscribe&hub.verify_token=t0ken",
            "hub.mode=subscribe&hub.challenge=1&hub.verify_token=t0ke",
            "hub.mode=subscribe&hub.challenge=1&hub.verify_token=t0kenn",
            "hub.mode=subscribe&hub.challenge=1&hub.verify_token=T0ken",
            "hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=t0ken",
            "hub.mode=subscribe&hub.challenge=&hub.verify_token=t0ken",
            "hub.mode=subscribe&hub.challenge=1&hub.verify_token=t0ken&hub.verify_token=t0ken",
            "hub.mode=subscribe&hub.challenge=1&hub.challenge=2&hub.verify_token=t0ken",
            "hub.mode=subscribe&hub.challenge=%&hub.verify_token=t0ken",
        ]
    )
    func refused(query: String) throws {
        #expect(try hub(Self.query).ask(query) == "403 ")
    }

    @Test(
        "No text is answered that could be markup, a document, a header or too long",
        arguments: [
            "<script>", "%3Cb%3E", "a%26b", "a%22b", "a%27b", "%7B%7D", "%5B1%5D", "a%0Ab", "a%0D%0Ab", "%00", "%7F",
            "%C3%A9", "%60", "%5C", String(repeating: "1", count: 1025),
        ]
    )
    func texts(text: String) throws {
        let query = "hub.mode=subscribe&hub.verify_token=t0ken&hub.challenge=\(text)"
        #expect(try hub(Self.query).ask(query) == "403 ")
        #expect(try hub(Self.crc).ask("crc_token=\(text)") == "403 ")
        let longest = String(repeating: "1", count: 1024)
        let right = "hub.mode=subscribe&hub.verify_token=t0ken&hub.challenge=\(longest)"
        #expect(try hub(Self.query).ask(right) == "200 " + longest)
    }

    @Test("Other requests are no challenges")
    func others() throws {
        let hub = try hub(Self.query)
        for method in ["POST", "HEAD", "get", "PUT", ""] {
            #expect(hub.ask(asked, method: method) == "no challenge", "\(method)")
        }
        #expect(try self.hub(nil, token: nil).ask(asked) == "no challenge")
        let body = try self.hub(Self.body)
        for text in ["", "{", "[]", #"{"type":"event"}"#, #"{"type":"url_verification","type":"url_verification"}"#] {
            #expect(body.ask("", method: "POST", text) == "no challenge", "\(text)")
        }
        let long = #"{"type":"url_verification","challenge":"c","token":"t0ken"}"# + String(repeating: " ", count: 4096)
        #expect(body.ask("", method: "POST", long) == "no challenge")
        #expect(body.ask("", method: "GET", #"{"type":"url_verification"}"#) == "no challenge")
    }

    @Test("A POST with the token is answered with JSON that repeats its text")
    func body() throws {
        let hub = try hub(Self.body)
        let text = #"{"token":"t0ken","challenge":"3eZbrw1aBm2rZgRNFdxV","type":"url_verification"}"#
        let answer = #"200 {"challenge":"3eZbrw1aBm2rZgRNFdxV"}"#
        #expect(hub.ask("", method: "POST", text) == answer)
        let wrong = #"{"token":"other","challenge":"c","type":"url_verification"}"#
        #expect(hub.ask("", method: "POST", wrong) == "403 ")
        #expect(hub.ask("token=t0ken", method: "POST", #"{"challenge":"c","type":"url_verification"}"#) == "403 ")
        let whole = hub.answer(method: "POST", query: "", headers: HTTPFields(), body: Array(text.utf8))
        #expect(whole?.headers[.contentType] == "application/json")
    }

    @Test("A signed POST is answered with the code of its text, by the secret that it was signed with")
    func signed() throws {
        let text = #"{"payload":{"plainToken":"qgg8vlvZRS6UYooatFL8Aw"},"event":"endpoint.url_validation"}"#
        let old = try hub(Self.signed, token: nil)
        let headers = old.receiver.sign(body: Array(text.utf8))
        // Made with Python: hmac.new(b"s", b"qgg8vlvZRS6UYooatFL8Aw", "sha256").hexdigest().
        let code = "93aa52bcb22637104b103fa602ee132a2459036070fc4ef715f04d8ce8a99166"
        let answer = #"200 {"plainToken":"qgg8vlvZRS6UYooatFL8Aw","encryptedToken":""# + code + #""}"#
        #expect(old.ask("", method: "POST", text, headers: headers) == answer)
        let both = try hub(Self.signed, secrets: ["new", "s"], token: nil)
        #expect(both.ask("", method: "POST", text, headers: headers) == answer)
        #expect(old.ask("", method: "POST", text) == "no challenge")
        #expect(old.ask("", method: "POST", text + " ", headers: headers) == "no challenge")
        #expect(throws: WebhookError.refused) { try old.receive(body: Array(text.utf8), headers: HTTPFields()) }
    }

    @Test("What anybody may ask is answered with a code, and no such code is the signature of a delivery")
    func code() throws {
        let hub = try hub(Self.crc, token: nil, encoding: .base64)
        // Made with Python: hmac.new(b"s", b"NmE3ZjQxMDQ", "sha256").
        let answer = #"200 {"response_token":"sha256=ImraEDT7daJAEcmZUrbipDz+OMK3z/1W2DfVzBY7KuM="}"#
        #expect(hub.ask("crc_token=NmE3ZjQxMDQ") == answer)
        #expect(hub.ask("") == "403 ")
        let name = try #require(HTTPField.Name("X-Signature"))
        for text in ["123", "true", "null", "a=b", " 1", "1158201444"] {
            let code = hub.receiver.verifier.code(of: text, 0)
            #expect(!code.isEmpty)
            #expect(throws: WebhookError.refused) { try hub.receive(body: Array(text.utf8), headers: [name: code]) }
        }
        let body = Array(" {}".utf8)
        #expect(try hub.receive(body: body, headers: hub.receiver.sign(body: body)).json == [:])
        // Where no code is given away, such bodies are delivered, as events that cannot be read.
        let plain = try self.hub(Self.query)
        let number = Array("123".utf8)
        #expect(try plain.receive(body: number, headers: plain.receiver.sign(body: number)).json == 123)
    }

    @Test("A token that is blank or missing makes no webhook", arguments: [nil, "", " ", "a\nb"] as [String?])
    func tokens(token: String?) throws {
        #expect(throws: ConfigurationError.self) { try hub(Self.query, token: token) }
        #expect(throws: Never.self) { try hub(Self.crc, token: token) }
    }

    @Test("Header fields may come as pairs")
    func pairs() throws {
        let text = #"{"payload":{"plainToken":"a"},"event":"endpoint.url_validation"}"#
        let hub = try hub(Self.signed, token: nil)
        let pairs = hub.receiver.sign(body: Array(text.utf8)).map { (name: $0.name.rawName, value: $0.value) }
        let answer = hub.answer(method: "POST", query: "", headers: pairs, body: Array(text.utf8))
        #expect(answer?.status == 200)
    }
}
