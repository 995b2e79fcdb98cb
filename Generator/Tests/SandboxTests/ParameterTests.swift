import Testing
import WaybillJSON

@testable import Sandbox

/// Parameters of queries and header fields, as a server takes them.
@Suite struct ParameterTests {
    private static let api = """
        waybill: 1
        api: Things
        queryEncoding: {lists: brackets}
        clients:
          ThingsClient:
            servers: {live: "https://things.example"}
            auth: {}
            resources: [things]
        """

    private static let resource = """
        resource: things
        operations:
          find:
            http: GET /things
            query:
              ids: {type: "list<int>?", maxItems: 2}
              names: {type: "list<string>", encoding: {lists: comma}}
              since: "timestamp?"
              least: {type: "decimal?", max: 9}
              size: {type: "Size?", encoding: {objects: dotted}}
              limits: "map<int>?"
            headers:
              X-Kinds: {type: "list<string>?", maxItems: 3}
              X-Count: "int?"
            returns: json
            examples:
              found: {arguments: {names: []}, status: 200, response: '{}'}
          change:
            http: PATCH /things
            body:
              note: {type: "string?", nullable: true, maxLength: 3}
              due: {type: "timestamp?", nullable: true}
            atLeastOneOf: [note, due]
            examples:
              cleared: {arguments: {note: null}, request: '{"note":null}', status: 204}
        models:
          Size: {fields: {width: int, unit: "string?"}}
        """

    private func answer(_ query: String, headers: [(name: String, value: String)] = []) throws -> SandboxAnswer {
        var sandbox = try PlayedSandbox(api: Self.api, resource: Self.resource)
        return sandbox.send("GET", "/things", headers: headers, query: query)
    }

    @Test(
        "what the client writes is taken",
        arguments: [
            "", "ids[]=1&ids[]=2&names=a,b", "ids%5B%5D=1&names=a%2Cb&since=2026-05-01T00%3A00%3A00Z&least=1.5",
            "size.width=7&size.unit=a+b&limits[a]=1&limits[b]=2", "least=9.00&idsOfOthers=x",
        ]
    )
    func taken(query: String) throws {
        let answer = try answer(query, headers: [("X-Kinds", "a , b"), ("x-kinds", "c"), ("X-Count", "7")])
        #expect(answer.status == 200, "\(answer.text)")
    }

    @Test(
        "what is wrong is told with its place",
        arguments: [
            ("ids[]=x", "ids[0] must be a whole number"), ("ids=1", "ids must be an array"),
            ("ids[]=1&ids[]=2&ids[]=3", "ids must have at most 2 items"), ("since=now", "since must be a time"),
            ("least=9.5", "least must be at most 9"), ("size.unit=a", "size.width is required"),
            ("size.width=x", "size.width must be a whole number"), ("limits[a]=x", "limits.a must be a whole number"),
            ("limits[a=1", "limits cannot be read: no field can have the name 'limits[a'"),
        ]
    )
    func invalid(query: String, problem: String) throws {
        let answer = try answer(query)
        #expect(answer.status == 422)
        let message = answer.json["message"]?.stringValue ?? ""
        #expect(message.contains(problem), "\(message)")
    }

    @Test("several lines of a header are one list")
    func lines() throws {
        let answer = try answer("", headers: [("X-Kinds", "a,b"), ("X-Kinds", "c, d")])
        #expect(answer.status == 422)
        #expect(answer.json["message"]?.stringValue?.contains("X-Kinds must have at most 3 items") == true)
        #expect(try self.answer("", headers: [("X-Count", "x")]).status == 422)
    }

    @Test(
        "null clears a value, and counts as given",
        arguments: [
            (#"{"note":null}"#, 204), (#"{"due":null,"note":"abc"}"#, 204), ("{}", 422), (#"{"note":"abcd"}"#, 422),
            (#"{"due":7}"#, 422),
        ]
    )
    func nullable(body: String, status: Int) throws {
        var sandbox = try PlayedSandbox(api: Self.api, resource: Self.resource)
        let answer = sandbox.send("PATCH", "/things", body, headers: [("Content-Type", "application/json")])
        #expect(answer.status == status, "\(answer.text)")
    }
}
