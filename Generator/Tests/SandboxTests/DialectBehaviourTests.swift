import Testing
import WaybillJSON

@testable import Sandbox

/// What neither of the repository's specs needs of the sandbox.
@Suite struct DialectBehaviourTests {
    private let api = """
        waybill: 1
        api: Depot
        about: Things in a depot.
        clients:
          DepotClient:
            about: Moves things.
            servers: { production: "https://depot.example/v2" }
            auth:
              credentials:
                key: { about: The key. }
              headers: { X-Key: "{key}" }
            resources: [things]
        errors:
          message: [error.text]
          code: [error.code]
          details: [error.more]
          codes:
            gone_wrong: { status: 500, about: It went wrong. }
          cases:
            server: { status: 500-599, about: The server failed. }
        """

    private let things = """
        resource: things
        about: Things.
        operations:
          list:
            about: Lists things.
            http: GET /things
            query:
              limit: { type: int, min: 1, max: 9, about: How many. }
              word: { type: "string?", about: A word. }
            returns: list<Thing>
            examples:
              two:
                about: Two things.
                arguments: { limit: 2 }
                status: 200
                response: '[{"id":1,"note":"n"},{"id":2}]'
          change:
            about: Changes a thing.
            http: PUT /things/{id}
            path:
              id: { type: int, min: 1, about: The id. }
            body:
              shape: { type: Shape, about: The shape. }
            examples:
              done:
                about: It is done.
                arguments: { id: 1, shape: { kind: round, radius: 2 } }
                request: '{"shape":{"radius":2,"kind":"round"}}'
                status: 204
        models:
          Thing:
            about: A thing.
            fields:
              id: { type: int, about: The id. }
          Round:
            about: A round shape.
            fields:
              radius: { type: double, min: 0, about: Its radius. }
          Square:
            about: A square.
            fields:
              side: { type: double, about: Its side. }
        unions:
          Shape:
            about: A shape.
            by: { tag: kind }
            cases:
              round: { type: Round, about: A round one. }
              square: { type: Square, about: A square. }
        """

    private func send(_ method: String, _ path: String, _ body: String = "", query: String = "") throws -> SandboxAnswer
    {
        var sandbox = try PlayedSandbox(api: api, resource: things)
        return sandbox.send(method, path, body, headers: [("X-Key", "sandbox")], query: query)
    }

    @Test("A list is answered by its example, below the server's own path")
    func list() throws {
        let answer = try send("GET", "/v2/things", query: "limit=3&word=a+b%21")
        #expect(answer.text == #"[{"id":1,"note":"n"},{"id":2}]"#)
    }

    @Test("Query parameters are checked", arguments: ["", "limit=0", "limit=ten", "limit=10"])
    func query(text: String) throws {
        let answer = try send("GET", "/v2/things", query: text)
        #expect(answer.status == 422)
        #expect(answer.json.value(at: "error.text")?.stringValue?.contains("limit ") == true)
    }

    @Test("Path parameters are checked by their types")
    func path() throws {
        let body = #"{"shape":{"kind":"round","radius":2}}"#
        let done = try send("PUT", "/v2/things/1", body)
        #expect(done.status == 204)
        #expect(done.body.isEmpty)
        #expect(try send("PUT", "/v2/things/0", body).status == 422)
        #expect(try send("PUT", "/v2/things/x", body).status == 422)
    }

    @Test("Tagged unions are checked by their tag")
    func tags() throws {
        let wrong = try send("PUT", "/v2/things/1", #"{"shape":{"kind":"oval"}}"#)
        #expect(wrong.json.value(at: "error.text")?.stringValue?.contains("shape.kind must be round or square") == true)
        let negative = try send("PUT", "/v2/things/1", #"{"shape":{"kind":"round","radius":-1}}"#)
        #expect(negative.json.value(at: "error.text")?.stringValue?.contains("shape.radius must be at least 0") == true)
    }

    @Test("Errors are written where the spec reads them")
    func errors() throws {
        var sandbox = try PlayedSandbox(api: api, resource: things)
        let answer = sandbox.send(
            "GET",
            "/v2/things",
            headers: [("X-Key", "sandbox"), ("X-Sandbox-Fault", "status=500")]
        )
        #expect(answer.text == #"{"error":{"text":"It went wrong.","code":"gone_wrong"}}"#)
    }
}
