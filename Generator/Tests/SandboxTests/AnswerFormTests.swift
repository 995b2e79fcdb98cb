import Testing

@testable import Sandbox

/// Answers that are no JSON, that may be missing, and that callers have already.
@Suite struct AnswerFormTests {
    private static let api = """
        waybill: 1
        api: Depot
        about: Things in a depot.
        clients:
          DepotClient:
            about: Moves things.
            servers: { production: "https://depot.example/v2" }
            resources: [things]
            auth: {}
        """

    private static let things = """
        resource: things
        operations:
          label:
            about: The label.
            http: GET /label
            returns: bytes
            accept: image/png, */*;q=0.1
            ifNoneMatch: true
            examples:
              one: { status: 200, responseBase64: iVBORw0K }
          text:
            about: The text.
            http: GET /text
            returns: text
            examples:
              one: { status: 200, response: "Grüße" }
          move:
            about: Moves it.
            http: POST /move
            returns: "map<string>?"
            examples:
              later: { status: 202 }
              now: { status: 200, response: '{"to":"there"}' }
          thing:
            about: A thing.
            http: GET /thing
            returns: map<string>
            ifNoneMatch: true
            examples:
              one: { status: 200, response: '{"a":"b"}' }
        """

    private func sandbox() throws -> PlayedSandbox { try PlayedSandbox(api: Self.api, resource: Self.things) }

    @Test("Bytes and text are those of the example, with the type that is asked for")
    func raw() throws {
        var sandbox = try sandbox()
        let label = sandbox.send("GET", "/v2/label")
        #expect(label.status == 200 && label.body == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A])
        #expect(label.header("Content-Type") == "image/png")
        let text = sandbox.send("GET", "/v2/text")
        #expect(String(decoding: text.body, as: UTF8.self) == "Grüße")
        #expect(text.header("Content-Type") == "text/plain; charset=utf-8" && text.header("ETag") == nil)
    }

    @Test("An answer that may be missing is missing where the first example has none")
    func missing() throws {
        var sandbox = try sandbox()
        let answer = sandbox.send("POST", "/v2/move")
        #expect(answer.status == 202 && answer.body.isEmpty)
    }

    @Test("The tag of an answer brings 304, alone or among others", arguments: ["/v2/label", "/v2/thing"])
    func tags(path: String) throws {
        var sandbox = try sandbox()
        let first = sandbox.send("GET", path)
        let tag = try #require(first.header("ETag"))
        #expect(first.status == 200 && !first.body.isEmpty)
        for known in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
            let answer = sandbox.send("GET", path, headers: [("If-None-Match", known)])
            #expect(answer.status == 304 && answer.body.isEmpty && answer.header("ETag") == tag)
        }
        for other in ["\"x\"", String(tag.dropFirst().dropLast())] {
            #expect(sandbox.send("GET", path, headers: [("If-None-Match", other)]).body == first.body)
        }
    }
}
