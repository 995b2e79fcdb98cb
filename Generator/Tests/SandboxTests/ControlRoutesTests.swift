import Testing
import WaybillJSON

@testable import Sandbox

@Suite struct ControlRoutesTests {
    @Test("The help page names the operations, the credentials and the ways to fail")
    func help() throws {
        var sandbox = try PlayedSandbox("simpleconnect")
        let answer = sandbox.send("GET", "/_sandbox")
        #expect(answer.status == 200)
        #expect(answer.header("Content-Type") == "text/plain; charset=utf-8")
        #expect(
            answer.text.contains("GET /api/v1/integrations/purepani/verify  (integrations.verify, SimpleConnectClient)")
        )
        #expect(answer.text.contains("SimpleConnectClient secret: whsec_sandbox"))
        #expect(answer.text.contains("POST   /_sandbox/faults"))
    }

    @Test("The list of requests tells no secrets")
    func requests() throws {
        var sandbox = try PlayedSandbox("walinko")
        _ = sandbox.bearer("GET", "/api/v1/public/messages/tx_1", headers: [("X-Sandbox-Fault", "status=500")])
        _ = sandbox.send("GET", "/nowhere", query: "token=secret")
        let answer = sandbox.send("GET", "/_sandbox/requests")
        let expected: JSONValue = [
            "requests": [
                [
                    "number": 1, "at": "2026-01-01T00:00:00.000Z", "method": "GET",
                    "path": "/api/v1/public/messages/tx_1", "operation": "messages.fetch", "status": 500,
                    "fault": "status 500",
                ],
                [
                    "number": 2, "at": "2026-01-01T00:00:00.000Z", "method": "GET", "path": "/nowhere",
                    "operation": .null, "status": 404,
                ],
            ]
        ]
        #expect(answer.json == expected)
        #expect(!answer.text.contains("secret"))
    }

    @Test("A reset forgets everything")
    func reset() throws {
        var sandbox = try PlayedSandbox("simpleconnect")
        let body = #"{"template_name":"t","recipients":[{"mobile_no":"1"}]}"#
        _ = sandbox.bearer("POST", "/api/v1/messages", body, key: "sk_live_sandbox")
        #expect(sandbox.bearer("GET", "/api/v1/messages/msg_1", key: "sk_live_sandbox").status == 200)
        #expect(sandbox.send("POST", "/_sandbox/reset").status == 204)
        #expect(sandbox.bearer("GET", "/api/v1/messages/msg_1", key: "sk_live_sandbox").status == 404)
    }

    @Test("Other routes below it are 404")
    func unknown() throws {
        var sandbox = try PlayedSandbox("walinko")
        #expect(sandbox.send("GET", "/_sandbox/nothing").status == 404)
        #expect(sandbox.send("GET", "/_sandboxes").status == 404)
    }
}
