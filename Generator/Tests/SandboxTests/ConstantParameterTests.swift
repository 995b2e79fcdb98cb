import Testing
import WaybillJSON

@testable import Sandbox

/// Constants of headers and queries: every request has them, and each as it is.
@Suite struct ConstantParameterTests {
    private static let api = """
        \(SpecFixture.things)
        errors: {message: error.text, code: error.code, codes: {bad_request: {status: 422}}}
        """

    private static let resource = """
        resource: things
        operations:
          look:
            http: GET /things
            query: {v: {always: 3}, exact: {always: true}, word: "string?"}
            headers: {X-Version: {always: "2"}}
            examples:
              there: {status: 204}
              bad: {status: 422, response: '{"error":{"text":"No.","code":"bad_request"},"trace":"t"}'}
          sendText:
            http: POST /things
            headers: {X-Kind: {always: text}}
            examples: {sent: {status: 201}}
          sendImage:
            http: POST /things
            headers: {X-Kind: {always: image}}
            examples: {sent: {status: 202}}
        """

    private func send(_ method: String, _ headers: [(name: String, value: String)], _ query: String = "") throws
        -> SandboxAnswer
    {
        var sandbox = try PlayedSandbox(api: Self.api, resource: Self.resource)
        return sandbox.send(method, "/things", headers: headers, query: query)
    }

    @Test("what the client writes is taken, in any letter case and beside other parameters")
    func taken() throws {
        #expect(try send("GET", [("x-version", "2")], "word=a&exact=true&v=3").status == 204)
    }

    @Test(
        "another value and none are refused, as any wrong parameter is",
        arguments: [
            ("9", "v=3&exact=true", #"X-Version must be "2""#), (nil, "v=3&exact=true", #"X-Version must be "2""#),
            ("2", "v=4&exact=true", "v must be 3"), ("2", "exact=true", "v must be 3"),
            ("2", "v=3&exact=yes", "exact must be true"), ("2", "v=3.0&exact=true", "v must be 3"),
        ] as [(String?, String, String)]
    )
    func refused(version: String?, query: String, problem: String) throws {
        let answer = try send("GET", version.map { [("X-Version", $0)] } ?? [], query)
        #expect(answer.status == 422)
        #expect(answer.json.value(at: "error.text") == .string("the request is not valid: \(problem)"))
        #expect(answer.json["trace"] == "t")
    }

    @Test("operations that their constants tell apart are found; what fits none is refused by the header's name")
    func toldApart() throws {
        #expect(try send("POST", [("X-Kind", "text")]).status == 201)
        #expect(try send("POST", [("X-Kind", "image")]).status == 202)
        for headers in [[], [(name: "X-Kind", value: "sound")]] {
            let answer = try send("POST", headers)
            #expect(answer.status == 422)
            #expect(answer.json.value(at: "error.text")?.stringValue?.contains("X-Kind must be") == true)
        }
    }
}
