import Testing

@testable import Sandbox

/// The headers that examples show.
@Suite struct AnswerHeaderTests {
    private static let api = """
        waybill: 1
        api: Depot
        clients:
          DepotClient:
            servers: { production: "https://depot.example/v2" }
            resources: [things]
            auth: {}
        metadata: {requestID: X-Request-Id}
        errors:
          code: code
          codes:
            closed: {status: 503}
        """

    private static let things = """
        resource: things
        operations:
          list:
            http: GET /things
            query: {after: "string?"}
            returns: "list<Thing>"
            pages: {link: {rel: next}}
            answerHeaders: {X-Total: "int?", Link: "string?", X-Request-Id: "string?", Retry-After: "int?"}
            examples:
              refused: {status: 503, response: '{"code":"closed"}', responseHeaders: {Retry-After: "7"}}
              two:
                status: 200
                response: '[{"id":"a"},{"id":"b"}]'
                responseHeaders: {x-total: "2", Link: "</never>; rel=next", X-Request-Id: r1}
          label:
            http: GET /label
            returns: bytes
            ifNoneMatch: true
            answerHeaders: {Content-Type: "string?", ETag: "string?", Cache-Control: "list<string>?"}
            examples:
              one:
                status: 200
                responseBase64: iVBORw0K
                responseHeaders: {content-type: image/png, ETag: '"one"', Cache-Control: no-cache}
          stop:
            http: DELETE /things
            resend: keyed
            idempotencyKey: {header: Idempotency-Key}
            answerHeaders: {X-Stopped: "bool?"}
            examples:
              done: {status: 204, responseHeaders: {X-Stopped: "true"}}
        models:
          Thing: {fields: {id: string}}
        """

    private func sandbox() throws -> PlayedSandbox { try PlayedSandbox(api: Self.api, resource: Self.things) }

    private func values(_ name: String, _ answer: SandboxAnswer) -> [String] {
        answer.headers.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
    }

    @Test("A success has those of the first success, and the sandbox's own once")
    func success() throws {
        var sandbox = try sandbox()
        let answer = sandbox.send("GET", "/v2/things")
        #expect(answer.status == 200)
        #expect(values("X-Total", answer) == ["2"])
        #expect(values("X-Request-Id", answer).count == 1 && values("X-Request-Id", answer) != ["r1"])
        #expect(values("Link", answer) == [#"<?sandbox_after=1>; rel="next""#])
        let last = sandbox.send("GET", "/v2/things", query: "sandbox_after=1")
        #expect(values("Link", last) == [] && values("X-Total", last) == ["2"])
    }

    @Test("A failure has those of its own example, and a fault says otherwise")
    func failure() throws {
        var sandbox = try sandbox()
        let answer = sandbox.send("GET", "/v2/things", headers: [("X-Sandbox-Fault", "status=503")])
        #expect(answer.status == 503 && values("Retry-After", answer) == ["7"] && values("X-Total", answer) == [])
        let fault = [(name: "X-Sandbox-Fault", value: "status=503; retryAfter=9")]
        #expect(values("Retry-After", sandbox.send("GET", "/v2/things", headers: fault)) == ["9"])
    }

    @Test("The media type and the entity tag stand there once, and a 304 has no media type")
    func revalidation() throws {
        var sandbox = try sandbox()
        let answer = sandbox.send("GET", "/v2/label")
        #expect(values("Content-Type", answer) == ["image/png"] && values("Cache-Control", answer) == ["no-cache"])
        let tag = try #require(values("ETag", answer).first)
        #expect(values("ETag", answer).count == 1 && tag != "\"one\"")
        let known = sandbox.send("GET", "/v2/label", headers: [("If-None-Match", tag)])
        #expect(known.status == 304 && values("Content-Type", known) == [])
        #expect(values("Cache-Control", known) == ["no-cache"] && values("ETag", known) == [tag])
    }

    @Test("A replayed answer has them again")
    func replay() throws {
        var sandbox = try sandbox()
        for _ in 0..<2 {
            let answer = sandbox.send("DELETE", "/v2/things", headers: [("Idempotency-Key", "k1")])
            #expect(answer.status == 204 && values("X-Stopped", answer) == ["true"])
        }
    }
}
