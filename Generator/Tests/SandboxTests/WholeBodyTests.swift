import Testing
import WaybillJSON

@testable import Sandbox

/// Bodies that are one value, as a server takes them.
@Suite struct WholeBodyTests {
    private static let resource = """
        resource: things
        operations:
          add:
            http: POST /things
            wholeBody: {rows: {type: "list<Row>", maxItems: 2}}
            returns: json
            examples:
              one: {arguments: {rows: [{id: 1}]}, request: '[{"id":1}]', status: 200, response: '{}'}
          change:
            http: PATCH /things
            wholeBody: {patch: Row}
            contentType: application/merge-patch+json
            examples: {one: {arguments: {patch: {id: 1}}, request: '{"id":1}', status: 204}}
          table:
            http: PUT /things
            rawBody: {csv: text}
            contentType: text/csv
            examples: {one: {arguments: {csv: a}, request: a, status: 204}}
          picture:
            http: PUT /picture
            rawBody: {picture: bytes}
            examples: {one: {arguments: {picture: AA==}, status: 204}}
          start:
            http: POST /start
            contentType: application/json
            examples: {one: {status: 204}}
        models:
          Row: {fields: {id: {type: int, min: 1}, name: "string?"}}
        """

    private func answer(_ line: String, _ body: [UInt8], type: String?) throws -> SandboxAnswer {
        var sandbox = try PlayedSandbox(resource: Self.resource)
        let parts = line.split(separator: " ").map { String($0) }
        let headers = type.map { [(name: "Content-Type", value: $0)] } ?? []
        return sandbox.send(SandboxRequest(method: parts[0], path: parts[1], headers: headers, body: body))
    }

    @Test(
        "what the client sends is taken",
        arguments: [
            ("POST /things", #"[{"id":1},{"id":2,"name":"x"}]"#, "application/json", 200),
            ("POST /things", "[]", "application/json", 200),
            ("PATCH /things", #"{"id":1}"#, "application/merge-patch+json; charset=utf-8", 204),
            ("PUT /things", "a;b", "text/csv", 204), ("PUT /things", "", "text/csv", 204),
            ("PUT /picture", "any", "application/octet-stream", 204), ("POST /start", "", "application/json", 204),
        ]
    )
    func taken(line: String, body: String, type: String, status: Int) throws {
        let answer = try answer(line, Array(body.utf8), type: type)
        #expect(answer.status == status, "\(answer.text)")
    }

    @Test("bytes are taken that are no text, and refused where text is meant")
    func bytes() throws {
        #expect(try answer("PUT /picture", [0xFF, 0], type: "application/octet-stream").status == 204)
        let text = try answer("PUT /things", [0xFF, 0], type: "text/csv")
        #expect(text.status == 400)
        #expect(text.json["message"] == "the body is no text: it has bytes that are no UTF-8")
    }

    @Test(
        "what is wrong is told with its place",
        arguments: [
            ("POST /things", "{}", "application/json", 422, "rows must be an array"),
            ("POST /things", #"[{"id":0}]"#, "application/json", 422, "rows[0].id must be at least 1"),
            ("POST /things", #"[{"id":1},{"id":1},{"id":1}]"#, "application/json", 422, "rows must have at most 2"),
            ("POST /things", "", "application/json", 400, "the body is missing"),
            ("PATCH /things", #"{"id":1}"#, "application/json", 400, "must be application/merge-patch+json"),
            ("PUT /things", "a", "text/plain", 400, "must be text/csv"),
            ("POST /start", "", "text/plain", 400, "must be application/json"),
        ]
    )
    func refused(line: String, body: String, type: String, status: Int, problem: String) throws {
        let answer = try answer(line, Array(body.utf8), type: type)
        #expect(answer.status == status)
        let message = answer.json["message"]?.stringValue ?? ""
        #expect(message.contains(problem), "\(message)")
    }
}
