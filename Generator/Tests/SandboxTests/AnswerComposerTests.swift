import Testing
import WaybillJSON

@testable import Sandbox

/// Fields of a request in an answer that has members of the same names.
@Suite struct AnswerComposerTests {
    private static let resource = """
        resource: things
        operations:
          send:
            http: POST /things/
            body:
              to: string
              from: string
              tags: "list<string>?"
              parts: "list<Part>?"
              size: "int?"
              note: "string?"
            returns: Sent
            examples:
              sent:
                arguments: {to: "+1", from: "+2"}
                status: 200
                response: '{"to":[{"number":"+9"}],"from":"+8","tags":["a"],"parts":[{"id":"p"}],"size":1,"trace":{"id":"t"}}'
        models:
          Part: {fields: {text: string}}
          Sent:
            fields: {to: "list<Party>", from: string, tags: "list<string>", parts: "list<Taken>", size: int, trace: json}
          Party: {fields: {number: string}}
          Taken: {fields: {id: "id?"}}
        """

    @Test("what fits the answer's type is laid over it, and what has another meaning there is not")
    func fitting() throws {
        var sandbox = try PlayedSandbox(resource: Self.resource)
        let body = #"{"to":"+1","from":"+2","tags":["b","c"],"parts":[{"text":"x"}],"size":7}"#
        let answer = sandbox.send("POST", "/things/", body, headers: [("Content-Type", "application/json")])
        #expect(answer.status == 200)
        #expect(
            answer.json.description
                == #"{"to":[{"number":"+9"}],"from":"+2","tags":["b","c"],"parts":[{"id":"p"}],"size":7,"trace":{"id":"t"}}"#
        )
    }

    @Test("a path that ends in a slash is another one than without it")
    func slash() throws {
        var sandbox = try PlayedSandbox(resource: Self.resource)
        #expect(sandbox.send("POST", "/things", "{}").status == 404)
    }
}
