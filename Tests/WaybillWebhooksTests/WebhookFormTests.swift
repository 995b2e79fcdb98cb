import HTTPTypes
import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime
@_spi(Generated) @testable import WaybillWebhooks

@Suite struct WebhookFormTests {
    @Test(
        "Fields are decoded, sorted by their bytes and written one behind the other",
        arguments: [
            ("", ""), ("b=2&a=1", "a1b2"), ("a=1&B=2", "B2a1"), ("a=2&a=1", "a1a2"), ("a", "a"), ("a=", "a"),
            ("a=b=c", "ab=c"), ("a+b=%2B%2b", "a b++"), ("&&a=1&", "a1"), ("%C3%A9=1&z=2", "z2é1"),
            ("a=%F0%9F%98%80", "a😀"),
        ]
    )
    func signed(form: String, text: String) throws {
        #expect(String(decoding: try #require(WebhookForm(form.utf8)).signed, as: UTF8.self) == text)
    }

    @Test(
        "What is no escape, no UTF-8 or has no name is no form",
        arguments: ["%", "a=%4", "a=%zz", "%C3=1", "a=%FF", "a=%+1", "=v", "="]
    )
    func malformed(form: String) { #expect(WebhookForm(form.utf8) == nil) }

    @Test("A form is an object of texts, and of lists where a name comes again")
    func json() throws {
        let json = try #require(WebhookForm("b=1&a=+&b=2&c&b=3".utf8)).json
        #expect(json == ["b": ["1", "2", "3"], "a": " ", "c": ""])
        #expect(json.description == #"{"b":["1","2","3"],"a":" ","c":""}"#)
    }

    private func webhook() throws -> SampleWebhook {
        let sample = SignedSample.call
        return SampleWebhook(
            receiver: try WebhookReceiver(sample.definition, secrets: sample.secrets, url: sample.url) {
                $0.value().map(ReceivedModel.event)
            }
        )
    }

    @Test("An event is read from the form once the signature holds")
    func event() throws {
        let sample = SignedSample.call
        let delivery = try webhook().receive(body: sample.body, headers: sample.headers())
        let expected: JSONValue = [
            "CallSid": "CA1234567890ABCDE", "Caller": "+14158675309", "Digits": "1234", "From": "+14158675309",
            "To": "+18005551212",
        ]
        #expect(delivery.event == .event(expected))
        #expect(delivery.json.objectValue?.count == 5)
        #expect(delivery.id == sample.signature)
    }

    @Test("A field that is added, left out, doubled or given another value is refused; a body that is no form is, too")
    func forged() throws {
        let sample = SignedSample.call
        let verifier = try sample.verifier()
        let text = String(decoding: sample.body, as: UTF8.self)
        let forms = [
            text + "&x=", text + "&=", text + "&Digits=1234", text.replacing("Digits=1234&", with: ""),
            text.replacing("Digits=1234", with: "Digits=123"), text.replacing("1234&", with: "%zz&"), "",
            text.replacing("CallSid", with: "callSid"),
        ]
        for form in forms {
            #expect(verifier.verdict(Array(form.utf8), sample.headers()) == "refused", "\(form)")
        }
    }

    @Test("A field of the order that the service did not sign changes nothing of the event")
    func order() throws {
        let sample = SignedSample.call
        let verifier = try sample.verifier()
        let body = Array("a=2&b=1&a=1".utf8)
        let other = Array("a=1&a=2&b=1".utf8)
        let headers = verifier.sign(body: body)
        #expect(verifier.verdict(other, headers) == "accepted")
        #expect(verifier.form(body)?.json == verifier.form(other)?.json)
    }

    @Test("A body that is signed byte by byte and is no form is delivered with the reason")
    func noForm() throws {
        let scheme = WebhookSignatureScheme(algorithm: .sha256, encoding: .hex, header: "X-Signature")
        let definition = WebhookDefinition(name: "sample", scheme: scheme, body: .form)
        let webhook = SampleWebhook(
            receiver: try WebhookReceiver(definition, secrets: ["s"]) { $0.value().map(ReceivedModel.event) }
        )
        let body = Array("a=%".utf8)
        let delivery = try webhook.receive(body: body, headers: webhook.receiver.sign(body: body))
        #expect(delivery.event.unrecognizedEvent?.reason?.reason == "the body is no form")
        #expect(delivery.json == .null)
    }

    @Test("Only a form has fields to sign")
    func contradiction() {
        let definition = WebhookDefinition(
            name: "sample",
            scheme: WebhookSignatureScheme(algorithm: .sha1, encoding: .hex, signs: "{form}", header: "X-Signature")
        )
        #expect(throws: ConfigurationError.self) { try WebhookVerifier(definition: definition, secrets: ["s"]) }
    }
}
