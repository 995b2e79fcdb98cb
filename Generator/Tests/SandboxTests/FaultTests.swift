import Testing
import WaybillJSON

@testable import Sandbox

@Suite struct FaultTests {
    private let path = "/api/v1/public/messages"
    private let sync = #"{"device_id":3,"template_id":12,"phone":"+8801617738431","async":false}"#
    private let key = [(name: "Idempotency-Key", value: "k")]

    private func fault(_ text: String) -> [(name: String, value: String)] { [("X-Sandbox-Fault", text)] }

    @Test("A queued status hits as many requests as it says, and then no more")
    func queued() throws {
        var sandbox = try PlayedSandbox("walinko")
        let queued = sandbox.send("POST", "/_sandbox/faults", #"{"status":504,"times":2,"retryAfter":1}"#)
        #expect(queued.status == 201)
        let answers = (0..<3).map { _ in sandbox.bearer("POST", path, sync, headers: key) }
        #expect(answers.map(\.status) == [504, 504, 200])
        #expect(answers[0].json["error_code"] == "send_timeout")
        #expect(answers[0].header("Retry-After") == "1")
        #expect(answers[2].header("Retry-After") == nil)
        #expect(answers[2].header("Idempotent-Replayed") == nil)
    }

    @Test("A status that the operation has an example of is answered with it")
    func example() throws {
        var sandbox = try PlayedSandbox("simpleconnect")
        let answer = sandbox.send(
            "POST",
            "/api/v1/integrations/purepani/events",
            "{}",
            headers: sandbox.signature(of: "{}", secret: "whsec_sandbox", timestamp: sandbox.now / 1000)
                + fault("status=422")
        )
        #expect(answer.text == #"{"message":"Unknown event_key 'foo'"}"#)
    }

    @Test("A code brings its status and details")
    func code() throws {
        var sandbox = try PlayedSandbox("walinko")
        let answer = sandbox.bearer("POST", path, sync, headers: fault("code=quota_exceeded"))
        #expect(answer.status == 403)
        #expect(answer.json["error_code"] == "quota_exceeded")
        #expect(answer.json.value(at: "details.limit_type") == "monthly")
        #expect(answer.json.value(at: "details.resets_at") == "2026-01-01T00:00:00.000Z")
    }

    @Test("A fault waits for its operation")
    func operation() throws {
        var sandbox = try PlayedSandbox("walinko")
        _ = sandbox.send("POST", "/_sandbox/faults", #"[{"status":500,"operation":"messages.fetch"}]"#)
        #expect(sandbox.bearer("POST", path, sync).status == 200)
        #expect(sandbox.send("GET", "/_sandbox/faults").json.value(at: "faults")?.arrayValue?.count == 1)
        #expect(sandbox.bearer("GET", path + "/tx_1").status == 500)
        #expect(sandbox.send("GET", "/_sandbox/faults").json == ["faults": []])
    }

    @Test("Lost answers: the work is done, and the retry is a replay")
    func lostAnswer() throws {
        var sandbox = try PlayedSandbox("walinko")
        let lost = sandbox.bearer("POST", path, sync, headers: key + fault("reset"))
        #expect(lost.connection == .reset)
        #expect(sandbox.bearer("POST", path, sync, headers: key).header("Idempotent-Replayed") == "true")
    }

    @Test("Lost requests: nothing is done")
    func lostRequest() throws {
        var sandbox = try PlayedSandbox("walinko")
        let lost = sandbox.bearer("POST", path, sync, headers: key + fault("close; loses=request"))
        #expect(lost.connection == .close)
        #expect(sandbox.bearer("POST", path, sync, headers: key).header("Idempotent-Replayed") == nil)
    }

    @Test("A delay is kept for the shell, and leaves the answer as it is")
    func delay() throws {
        var sandbox = try PlayedSandbox("walinko")
        let answer = sandbox.bearer("POST", path, sync, headers: fault("delay=2s"))
        #expect(answer.delay == 2000)
        #expect(answer.status == 200)
    }

    @Test(
        "What is no fault is refused, with what would be one",
        arguments: [
            ("{", "the body is not JSON"), ("{}", "a fault needs at least one of"), ("[1]", "a fault is an object"),
            (#"{"status":199}"#, "status must be a whole number from 200 to 599"),
            (#"{"fault":"explode"}"#, "fault must be one of reset, close, truncate"),
            (#"{"delay":"soon"}"#, "delay must be milliseconds"),
            (#"{"status":500,"operation":"x.y"}"#, "operation must be one of messages.send, messages.enqueue"),
            (#"{"stauts":500}"#, "a fault has no member stauts"),
            (#"{"status":500,"retryAfter":"1\r\nX: y"}"#, "retryAfter must be seconds"),
        ]
    )
    func refused(body: String, problem: String) throws {
        var sandbox = try PlayedSandbox("walinko")
        let answer = sandbox.send("POST", "/_sandbox/faults", body)
        #expect(answer.status == 400)
        #expect(answer.json["message"]?.stringValue?.contains(problem) == true)
        #expect(sandbox.state.faults.isEmpty)
    }

    @Test("A header that is no fault is 400")
    func refusedHeader() throws {
        var sandbox = try PlayedSandbox("walinko")
        #expect(sandbox.bearer("POST", path, sync, headers: fault("bang")).status == 400)
    }
}
