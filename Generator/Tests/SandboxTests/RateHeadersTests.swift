import Testing
import WaybillJSON

@testable import Sandbox

/// The rate, as answers tell it.
@Suite struct RateHeadersTests {
    private static let api = """
        waybill: 1
        api: Things
        clients:
          ThingsClient: {servers: {live: "https://things.example"}, auth: {}, resources: [things]}
        metadata:
          rateLimit:
            limit: L
            remaining: M
            reset: {header: R, as: seconds}
            windows:
              day: {reset: {header: D, as: epoch}}
              week: {reset: {header: W, as: timestamp}}
              month: {reset: {header: O, as: date}}
            standard: true
        rate: {limit: 2, per: 90s}
        """

    private static let resource = """
        resource: things
        operations:
          look: {http: GET /things, examples: {there: {status: 204}}}
        """

    @Test("every window is told, and when it begins anew; a refusal tells it too")
    func told() throws {
        var sandbox = try PlayedSandbox(api: Self.api, resource: Self.resource)
        #expect(sandbox.send("GET", "/things").header("R") == "90")
        sandbox.now += 30_000
        let second = sandbox.send("GET", "/things")
        let names = ["L", "M", "R", "D", "W", "O", "RateLimit-Policy", "RateLimit"]
        #expect(
            names.map { second.header($0) } == [
                "2", "0", "60", "1767225690", "2026-01-01T00:01:30.000Z", "Thu, 01 Jan 2026 00:01:30 GMT",
                #""default";q=2;w=90"#, #""default";r=0;t=60"#,
            ]
        )
        let third = sandbox.send("GET", "/things")
        #expect(third.status == 429 && third.header("R") == "60" && third.header("Retry-After") == "60")
    }
}
