import Testing
import WaybillJSON

@testable import Sandbox

@Suite struct RateWindowTests {
    @Test("The window slides: each admitted request leaves it after its own time")
    func slides() {
        let rate = SandboxRate(limit: 2, window: 1000)
        var window = RateWindow()
        #expect(window.admit(at: 0, [rate]) == .admitted(rate, remaining: 1))
        #expect(window.admit(at: 400, [rate]) == .admitted(rate, remaining: 0))
        #expect(window.admit(at: 999, [rate]) == .refused(rate, wait: 1))
        #expect(window.admit(at: 1000, [rate]) == .admitted(rate, remaining: 0))
        #expect(window.admit(at: 1001, [rate]) == .refused(rate, wait: 399))
        #expect(window.admit(at: 1400, [rate]) == .admitted(rate, remaining: 0))
    }

    @Test("Of several windows each has to have room, and the one with the least left is told")
    func several() {
        let (short, long) = (SandboxRate(limit: 2, window: 100), SandboxRate(limit: 3, window: 1000))
        var window = RateWindow()
        #expect(window.admit(at: 0, [short, long]) == .admitted(short, remaining: 1))
        #expect(window.admit(at: 0, [short, long]) == .admitted(short, remaining: 0))
        #expect(window.wait(at: 0, short) == 100)
        #expect(window.admit(at: 40, [short, long]) == .refused(short, wait: 60))
        #expect(window.admit(at: 100, [short, long]) == .admitted(long, remaining: 0))
        #expect(window.wait(at: 100, long) == 900)
        #expect(window.admit(at: 150, [short, long]) == .refused(long, wait: 850))
        #expect(window.admit(at: 1000, [short, long]) == .admitted(short, remaining: 1))
    }

    @Test("An operation's own rate is counted for it alone, and takes nothing of the API's")
    func ofAnOperation() throws {
        var sandbox = try PlayedSandbox("connectly")
        let key = [(name: "X-API-Key", value: "connectly_sandbox_key")]
        let assets = (0..<101).map { _ in sandbox.send("GET", "/v1/businesses/biz_1/assets/a", headers: key) }
        #expect(assets[99].status != 429)
        #expect(assets[100].status == 429)
        #expect(sandbox.send("POST", "/v1/businesses/biz_1/assets", headers: key).status != 429)
        #expect(sandbox.send("GET", "/v1/businesses/biz_1/webhooks", headers: key).status == 200)
    }

    @Test(
        "Retry-After rounds up",
        arguments: [(1, 1), (999, 1), (1000, 1), (1001, 2), (59_001, 60)] as [(Int64, Int64)]
    )
    func rounds(milliseconds: Int64, seconds: Int64) {
        #expect(RateWindow.wholeSeconds(milliseconds) == seconds)
    }

    @Test("The spec's rate is enforced, with its headers, code and details")
    func enforced() throws {
        var sandbox = try PlayedSandbox("walinko")
        let answers = (0..<31).map { _ in sandbox.bearer("GET", "/api/v1/public/messages/tx_1") }
        #expect(answers[0].header("X-RateLimit-Limit") == "30")
        #expect(answers[0].header("X-RateLimit-Remaining") == "29")
        #expect(answers[29].header("X-RateLimit-Remaining") == "0")
        #expect(answers[29].status == 404)
        #expect(answers[30].status == 429)
        #expect(answers[30].header("Retry-After") == "60")
        #expect(answers[30].json["error_code"] == "rate_limited")
        #expect(answers[30].json.value(at: "details.retry_after_ms") == 60_000)
        sandbox.now += 60_000
        #expect(sandbox.bearer("GET", "/api/v1/public/messages/tx_1").status == 404)
    }

    @Test("A request without credentials uses nothing of the rate; a rate can be set where the spec has none")
    func credentials() throws {
        var sandbox = try PlayedSandbox(
            "simpleconnect",
            options: SandboxOptions(rate: SandboxRate(limit: 1, window: 2000))
        )
        let verify = "/api/v1/integrations/purepani/verify"
        #expect(sandbox.signed("GET", verify, secret: "other").status == 401)
        #expect(sandbox.signed("GET", verify).status == 200)
        #expect(sandbox.signed("GET", verify).status == 429)
        #expect(sandbox.bearer("GET", "/api/v1/messages/m", key: "sk_live_sandbox").status == 404)
    }
}
