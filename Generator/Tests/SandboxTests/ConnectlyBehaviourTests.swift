import Testing
import WaybillJSON

@testable import Sandbox

/// Client parameters, values that are flattened, places of answers, and records that are changed, with a whole spec.
@Suite struct ConnectlyBehaviourTests {
    private let base = "/v1/businesses/biz_1"

    private func message(_ members: String) throws -> SandboxAnswer {
        var sandbox = try PlayedSandbox("connectly")
        let body = #"{"recipient":{"id":"+1"},"message":{\#(members)}}"#
        return sandbox.send("POST", "\(base)/send/messages", body, headers: Self.key)
    }

    private static let key = [(name: "X-API-Key", value: "connectly_sandbox_key")]

    @Test("Operations stand below the client's base path, whatever its parameters are")
    func basePath() throws {
        var sandbox = try PlayedSandbox("connectly")
        #expect(sandbox.send("GET", "\(base)/webhooks", headers: Self.key).status == 200)
        #expect(sandbox.send("GET", "/v1/businesses/other%2F1/webhooks", headers: Self.key).status == 200)
        #expect(sandbox.send("GET", "/webhooks", headers: Self.key).status == 404)
        #expect(sandbox.send("GET", "/v1/businesses//webhooks", headers: Self.key).status == 404)
        #expect(sandbox.api.addresses(port: 1).map(\.url) == ["http://127.0.0.1:1"])
    }

    @Test(
        "A union that is flattened stands beside its model's own fields, and once at most",
        arguments: [
            (#""text":"Hi""#, nil), (#""location":{"latitude":1,"longitude":2}"#, nil),
            (#""text":"Hi","replyButtonMessage":{"buttons":[{"id":"a","text":"A"}]}"#, nil),
            (#""location":{"latitude":1}"#, "message.location.longitude is required"),
            (
                #""location":{"latitude":1,"longitude":2},"attachments":[]"#,
                "message must be an object with exactly one"
            ),
            (#""text":"Hi","sound":1"#, "message.sound is not a field"),
            (#""id":"m","text":null"#, "message.text is needed, unless attachments or location or listMessage or"),
        ] as [(String, String?)]
    )
    func flattened(members: String, problem: String?) throws {
        let answer = try message(members)
        #expect(answer.status == (problem == nil ? 200 : 400))
        if let problem { #expect(answer.json["message"]?.stringValue?.contains(problem) == true, "\(answer.text)") }
    }

    @Test("An answer's id is made, in the place that the example has")
    func envelopes() throws {
        var sandbox = try PlayedSandbox("connectly")
        let body = #"{"uri":"https://files.example/p.png","id":"sku-7"}"#
        let answer = sandbox.send("POST", "\(base)/assets", body, headers: Self.key)
        #expect(answer.json.value(at: "asset.uri") == "https://cdn.connectly.ai/assets/sku-7")
        let link = sandbox.send("GET", "\(base)/assets/sku-7", headers: Self.key)
        #expect(link.text == #"{"cdnUri":"https://cdn.connectly.ai/assets/sku-7"}"#)
    }

    @Test("A record is made, changed in part, read back by the next change, and deleted once")
    func records() throws {
        var sandbox = try PlayedSandbox("connectly")
        let made = sandbox.send(
            "POST",
            "\(base)/create/webhooks",
            #"{"topic":"messages","address":"https://a.example/1","configuration":{"echo":true}}"#,
            headers: Self.key
        )
        let id = try #require(made.json.value(at: "entity.id")?.stringValue)
        #expect(id.hasPrefix("wh_"))
        let path = "\(base)/update/webhooks/\(id)"
        let first = sandbox.send("PUT", path, #"{"address":"https://a.example/2"}"#, headers: Self.key)
        #expect(first.json.value(at: "entity.address") == "https://a.example/2")
        #expect(first.json.value(at: "entity.configuration") == ["echo": true])
        let second = sandbox.send("PUT", path, #"{"configuration":{"echo":false}}"#, headers: Self.key)
        #expect(second.json.value(at: "entity.address") == "https://a.example/2")
        #expect(second.json.value(at: "entity.configuration.echo") == false)
        let gone = sandbox.send("DELETE", "\(base)/delete/webhooks/\(id)", headers: Self.key)
        #expect(gone.status == 200)
        #expect(gone.text == "{}")
        #expect(sandbox.send("DELETE", "\(base)/delete/webhooks/\(id)", headers: Self.key).status == 404)
    }

    @Test("Every entry has its own result, in a list that may have bad elements")
    func batch() throws {
        var sandbox = try PlayedSandbox("connectly")
        let body = #"{"entries":[{"client":"+1","campaignName":"a"},{"client":"+2","campaignName":"b"}]}"#
        let answer = sandbox.send("POST", "\(base)/send/campaigns", body, headers: Self.key)
        #expect(answer.json["data"]?.arrayValue?.map { $0["campaignName"] } == ["a", "b"])
    }

    @Test("A failure without a body is one")
    func bare() throws {
        var sandbox = try PlayedSandbox("connectly")
        let fault = Self.key + [("X-Sandbox-Fault", "status=502")]
        let body = #"{"recipient":{"id":"+1"},"message":{"text":"a"}}"#
        let answer = sandbox.send("POST", "\(base)/send/messages", body, headers: fault)
        #expect(answer.status == 502)
        #expect(answer.body.isEmpty)
        #expect(answer.header("Content-Type") == nil)
    }

    @Test("JSON has its length in bytes, and limits that are only told refuse nothing")
    func limits() throws {
        var sandbox = try PlayedSandbox("connectly")
        let path = "\(base)/send/whatsapp_templated_messages"
        let start = #"{"number":"+1","templateName":"t","callbackData":"#
        let long = #""\#(String(repeating: "é", count: 512))""#
        let answer = sandbox.send("POST", path, start + long + "}", headers: Self.key)
        #expect(answer.json["message"]?.stringValue?.contains("callbackData must have at most 1024 bytes") == true)
        let whole = long.replacing("éé\"", with: "\"")
        #expect(sandbox.send("POST", path, "\(start)\(whole)}", headers: Self.key).status == 200)
        let button = #"{"id":"a","text":"A"}"#
        let buttons = Array(repeating: button, count: 4).joined(separator: ",")
        #expect(try message(#""text":"Hi","replyButtonMessage":{"buttons":[\#(buttons)]}"#).status == 200)
    }

    @Test("An operation takes members that the spec does not name where it has an argument for them")
    func extraMembers() throws {
        var sandbox = try PlayedSandbox("connectly")
        let template = #"{"number":"+1","templateName":"t","order":{"parentId":"o-1"}}"#
        let path = "\(base)/send/whatsapp_templated_messages"
        #expect(sandbox.send("POST", path, template, headers: Self.key).status == 200)
        let asset = sandbox.send("POST", "\(base)/assets", #"{"uri":"u","order":1}"#, headers: Self.key)
        #expect(asset.json["message"]?.stringValue?.contains("order is not a field") == true)
    }
}
