import Testing
import WaybillJSON

@testable import Sandbox

@Suite struct SandboxAPITests {
    private let path = "/api/v1/public/messages"
    private let events = "/api/v1/integrations/purepani/events"
    private let queued =
        #"{"device_id":3,"template_id":12,"phone":"+8801617738431","variables":{"n":"K"},"async":true}"#
    private let sync = #"{"device_id":3,"template_id":12,"phone":"+8801617738431","variant_index":2,"async":false}"#

    @Test("A sent message is answered from the example, the request and the sandbox's own values")
    func send() throws {
        var sandbox = try PlayedSandbox("walinko")
        let answer = sandbox.bearer("POST", path, sync)
        #expect(answer.status == 200)
        #expect(answer.operation == "messages.send")
        #expect(answer.header("Content-Type") == "application/json")
        #expect(answer.json["success"] == true)
        let data = try #require(answer.json["data"])
        #expect(data["device_id"] == 3)
        #expect(data["variant_index"] == 2)
        #expect(data["sent_at"] == "2026-01-01T00:00:00.000Z")
        #expect(data["tracking_id"]?.stringValue?.wholeMatch(of: /tx_[0-9a-f]{32}/) != nil)
        #expect(data["wa_message_id"]?.stringValue?.wholeMatch(of: /3EB0[0-9a-f]{18}/) != nil)
        #expect(data["created_at"] == nil, "the record has it, the model of this answer has not")
    }

    @Test("A queued message can be fetched, and moves one step with each read")
    func moves() throws {
        var sandbox = try PlayedSandbox("walinko")
        let answer = sandbox.bearer("POST", path, queued)
        #expect(answer.status == 202)
        let id = try #require(answer.json.value(at: "data.tracking_id")?.stringValue)
        #expect(answer.json.value(at: "data.status_url") == .string("/api/v1/public/messages/\(id)"))
        var reads: [JSONValue] = []
        for _ in 0..<4 {
            sandbox.now += 1000
            reads.append(sandbox.bearer("GET", "\(path)/\(id)").json["data"] ?? .null)
        }
        #expect(reads.map { $0["status"] } == ["queued", "sending", "sent", "sent"])
        let sent: JSONValue = "2026-01-01T00:00:03.000Z"
        #expect(reads.map { $0["sent_at"] } == [.null, .null, sent, sent])
        #expect(reads[3]["created_at"] == "2026-01-01T00:00:00.000Z")
        #expect(reads[3]["device_id"] == 3)
        #expect(reads[3]["error_code"] == .some(.null))
        #expect(reads[3]["variables"] == nil)
    }

    @Test("A record that is set by the answer is not blanked by a later read")
    func keepsRecord() throws {
        var sandbox = try PlayedSandbox("walinko")
        let sent = try #require(sandbox.bearer("POST", path, sync).json["data"])
        let id = try #require(sent["tracking_id"]?.stringValue)
        let read = try #require(sandbox.bearer("GET", "\(path)/\(id)").json["data"])
        #expect(read["wa_message_id"] == sent["wa_message_id"])
        #expect(read["sent_at"] == sent["sent_at"])
    }

    @Test("A record that is not there is 404 with the API's code")
    func missing() throws {
        var sandbox = try PlayedSandbox("walinko")
        let answer = sandbox.bearer("GET", "\(path)/tx_0")
        #expect(answer.status == 404)
        #expect(answer.json["error_code"] == "delivery_not_found")
        #expect(answer.json["message"] == #"messages has no record "tx_0""#)
    }

    @Test("An unknown path is 404, a wrong method 405 with Allow")
    func routing() throws {
        var sandbox = try PlayedSandbox("simpleconnect")
        #expect(sandbox.signed("GET", "/api/v2/events").status == 404)
        #expect(sandbox.signed("GET", events + "/").status == 404)
        let answer = sandbox.signed("DELETE", events)
        #expect(answer.status == 405)
        #expect(answer.header("Allow") == "POST")
    }

    @Test("A path parameter is decoded")
    func decodes() throws {
        var sandbox = try PlayedSandbox("walinko")
        let answer = sandbox.bearer("GET", "\(path)/a%2Fb%20c")
        #expect(answer.json["message"] == #"messages has no record "a/b c""#)
    }

    @Test("An event is answered with what it brought, and read back")
    func event() throws {
        var sandbox = try PlayedSandbox("simpleconnect")
        let body = #"{"recipient":{"mobile_no":"+1"},"event":{"name":"paid","event_id":"e1","amount":"4"}}"#
        let answer = sandbox.signed("POST", events, body)
        #expect(answer.status == 202)
        #expect(answer.json["log_id"] == 1)
        #expect(answer.json["event_id"] == "e1")
        #expect(answer.json.value(at: "event_log.event_key") == "paid")
        #expect(answer.json.value(at: "event_log.payload.amount") == "4")
        #expect(answer.json.value(at: "event_log.occurred_at") == .some(.null))
        let reads = (0..<3).map { _ in sandbox.signed("GET", events + "/e1").json.value(at: "event_log.status") }
        #expect(reads == ["received", "dispatched", "dispatched"])
    }

    @Test("Each recipient gets a message of its own, which can be read")
    func each() throws {
        var sandbox = try PlayedSandbox("simpleconnect")
        let body = #"{"template_name":"t","recipients":[{"mobile_no":"1"},{"mobile_no":"2"}],"message_group":"g"}"#
        let answer = sandbox.bearer("POST", "/api/v1/messages", body, key: "sk_live_sandbox")
        #expect(answer.status == 202)
        #expect(
            answer.text == #"{"messages":[{"message_id":"msg_1","recipient":"1","status":"queued"},"#
                + #"{"message_id":"msg_2","recipient":"2","status":"queued"}],"errors":[]}"#
        )
        let read = sandbox.bearer("GET", "/api/v1/messages/msg_2", key: "sk_live_sandbox").json
        #expect(read["recipient"] == "2")
        #expect(read["message_group"] == "g")
        #expect(read["error"] == .some(.null))
    }

    @Test("A body above the limit is 413")
    func tooLarge() throws {
        var sandbox = try PlayedSandbox("walinko", options: SandboxOptions(bodyLimit: 10))
        #expect(sandbox.bearer("POST", path, queued).status == 413)
    }

    @Test("The clients' addresses keep the path of the spec's own")
    func addresses() throws {
        let sandbox = try PlayedSandbox("simpleconnect")
        #expect(
            sandbox.api.addresses(port: 8080).map(\.url) == ["http://127.0.0.1:8080" + events, "http://127.0.0.1:8080"]
        )
    }
}
