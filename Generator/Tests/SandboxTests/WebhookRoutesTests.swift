import Testing
import WaybillJSON

@testable import Sandbox

/// What is asked to be delivered, without a server.
@Suite struct WebhookRoutesTests {
    private let path = "/_sandbox/webhooks"

    @Test("An order is taken, and listed as it was asked for")
    func order() throws {
        var sandbox = try PlayedSandbox("simpu")
        let body = #"{"example":"airtimeSuccess","url":"http://127.0.0.1:1/","times":2,"tamper":"body","id":"evt.7"}"#
        let answer = sandbox.send("POST", path, body)
        #expect(answer.status == 202)
        let record = try #require(sandbox.send("GET", path).json["deliveries"]?[0])
        #expect(answer.json["deliveries"] == [record])
        #expect(record["webhook"] == "SimpuWebhook")
        #expect(record["times"] == 2)
        #expect(record["tamper"] == "body")
        #expect(record["state"] == "under way")
        #expect(record["tries"] == [])
        let bytes = try #require(sandbox.state.deliveries.first?.body)
        #expect(try JSONValue(parsing: bytes)["id"] == "evt.7")
        _ = sandbox.send("POST", "/_sandbox/reset")
        #expect(sandbox.send("GET", path).json["deliveries"] == [])
    }

    @Test(
        "What cannot be delivered is refused, with what could be",
        arguments: [
            ("{", "the body is not JSON"), ("[1]", "a delivery is an object"),
            (#"{"example":"none"}"#, "example must be one of airtimeSuccess, airtimeFailed"),
            (#"{"example":"airtimeSuccess"}"#, "url is missing, and the sandbox was started without --webhook Simpu"),
            (#"{"example":"airtimeSuccess","url":"ftp://a/b"}"#, "url must be an http or https URL"),
            (#"{"example":"airtimeSuccess","url":"http://a/","times":0}"#, "times must be a whole number from 1 to"),
            (#"{"example":"airtimeSuccess","url":"http://a/","tamper":"x"}"#, "tamper must be one of body, signature"),
            (#"{"example":"airtimeSuccess","url":"http://a/","id":"a b"}"#, "id must be a text"),
            (#"{"webhook":"Other"}"#, "webhook must be one of SimpuWebhook"), (#"{"tmies":1}"#, "has no member tmies"),
        ]
    )
    func refused(body: String, problem: String) throws {
        var sandbox = try PlayedSandbox("simpu")
        let answer = sandbox.send("POST", path, body)
        #expect(answer.status == 400)
        #expect(answer.json["message"]?.stringValue?.contains(problem) == true, "\(answer.text)")
        #expect(sandbox.state.deliveries.isEmpty)
    }

    @Test("An API without webhooks says so")
    func none() throws {
        var sandbox = try PlayedSandbox("walinko")
        #expect(sandbox.send("POST", path, "{}").json["message"] == "this API has no webhooks")
    }

    @Test("The help page shows the sandbox's own secret, and never the user's")
    func secrets() throws {
        var own = try PlayedSandbox("simpu")
        #expect(own.send("GET", "/_sandbox").text.contains("secret: sandbox_webhook_secret"))
        var options = SandboxOptions()
        options.webhookSecrets = ["SimpuWebhook": "my-own"]
        var given = try PlayedSandbox("simpu", options: options)
        let text = given.send("GET", "/_sandbox").text + given.send("GET", path).text
        #expect(!text.contains("my-own"))
        #expect(given.api.problems.isEmpty)
    }

    @Test("Options for no webhook, and addresses that are none, are problems")
    func problems() throws {
        var options = SandboxOptions()
        options.webhooks = ["Other": "http://127.0.0.1:1/", "SimpuWebhook": "nowhere"]
        let api = SandboxAPI(try SpecFixture.repository("simpu"), options: options)
        #expect(
            api.problems.map(\.description) == [
                "the address of SimpuWebhook must be an http or https URL, not nowhere",
                "this API has no webhook Other; it has SimpuWebhook",
            ]
        )
    }
}
