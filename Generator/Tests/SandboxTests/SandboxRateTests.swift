import Testing

@testable import Sandbox

@Suite struct SandboxRateTests {
    @Test("A rate is a number of requests and a window")
    func parses() {
        #expect(SandboxRate(parsing: "5/2s") == SandboxRate(limit: 5, window: 2000))
        #expect(SandboxRate(parsing: "100/500ms") == SandboxRate(limit: 100, window: 500))
        #expect(SandboxRate(parsing: "30/1m") == SandboxRate(limit: 30, window: 60_000))
    }

    @Test(
        "Anything else is no rate",
        arguments: ["", "5", "5/", "/2s", "0/2s", "5/0s", "-1/2s", "5/2", "5/2s/3", "5/99999999999999999999h"]
    )
    func refuses(text: String) {
        #expect(SandboxRate(parsing: text) == nil)
    }
}
