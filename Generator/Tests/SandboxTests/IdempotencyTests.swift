import Testing
import WaybillJSON

@testable import Sandbox

@Suite struct IdempotencyTests {
    private let path = "/api/v1/public/messages"
    private let events = "/api/v1/integrations/purepani/events"
    private let sync = #"{"device_id":3,"template_id":12,"phone":"+8801617738431","async":false}"#

    private func key(_ text: String) -> [(name: String, value: String)] { [("idempotency-key", text)] }

    @Test("The same key and payload is replayed, whatever the order of the members")
    func replay() throws {
        var sandbox = try PlayedSandbox("walinko")
        let first = sandbox.bearer("POST", path, sync, headers: key("k"))
        let reordered = #"{"async": false, "phone":"+8801617738431", "template_id":12, "device_id":3}"#
        let second = sandbox.bearer("POST", path, reordered, headers: key("k"))
        #expect(first.header("Idempotent-Replayed") == nil)
        #expect(second.header("Idempotent-Replayed") == "true")
        #expect(second.status == 200)
        #expect(second.body == first.body)
        #expect(
            sandbox.state.collections["messages"]?[first.json.value(at: "data.tracking_id")?.stringValue ?? ""] != nil
        )
    }

    @Test("Another payload under the same key is a conflict that tells when the key was first seen")
    func conflict() throws {
        var sandbox = try PlayedSandbox("walinko")
        _ = sandbox.bearer("POST", path, sync, headers: key("k"))
        sandbox.now += 5000
        let answer = sandbox.bearer("POST", path, sync.replacing("false", with: "true"), headers: key("k"))
        #expect(answer.status == 409)
        #expect(answer.json["error_code"] == "idempotency_conflict")
        #expect(answer.json.value(at: "details.first_seen_at") == "2026-01-01T00:00:00.000Z")
    }

    @Test("Other keys, and no key, are new requests")
    func others() throws {
        var sandbox = try PlayedSandbox("walinko")
        let answers = [key("a"), key("b"), [], []].map { sandbox.bearer("POST", path, sync, headers: $0) }
        #expect(Set(answers.map(\.text)).count == 4)
    }

    @Test("A failure is not stored")
    func failures() throws {
        var sandbox = try PlayedSandbox("walinko")
        #expect(sandbox.bearer("POST", path, "{\"async\":false}", headers: key("k")).status == 422)
        #expect(sandbox.bearer("POST", path, sync, headers: key("k")).status == 200)
    }

    @Test("A key that is empty or too long is malformed", arguments: [0, 201])
    func lengths(count: Int) throws {
        var sandbox = try PlayedSandbox("walinko")
        let answer = sandbox.bearer("POST", path, sync, headers: key(String(repeating: "k", count: count)))
        #expect(answer.status == 400)
        #expect(answer.json["message"] == "the header Idempotency-Key must have from 1 to 200 characters")
    }

    @Test("A key in the body is answered as the spec says it, and does nothing")
    func repeated() throws {
        var sandbox = try PlayedSandbox("simpleconnect")
        let body = #"{"recipient":{"mobile_no":"+1"},"event":{"name":"paid","event_id":"e1"}}"#
        let first = sandbox.signed("POST", events, body)
        let second = sandbox.signed("POST", events, body)
        #expect(first.json["duplicate"] == nil)
        #expect(second.status == 200)
        #expect(second.json["duplicate"] == true)
        #expect(second.json["log_id"] == first.json["log_id"])
        let requests = sandbox.send("GET", "/_sandbox/requests").json["requests"]?.arrayValue ?? []
        #expect(requests.map { $0["idempotencyKeyUses"] } == [1, 2])
    }
}
