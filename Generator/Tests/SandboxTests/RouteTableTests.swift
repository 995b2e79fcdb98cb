import Testing
import WaybillJSON

@testable import Sandbox

@Suite struct RouteTableTests {
    private let api = """
        waybill: 1
        api: Depot
        clients:
          DepotClient:
            servers: {production: "https://depot.example"}
            auth: {credentials: {key: {}}, headers: {X-Key: "{key}"}}
            resources: [things]
        """

    private let things = """
        resource: things
        operations:
          read:
            http: GET /things/{id}
            path: {id: string}
            examples: {one: {arguments: {id: t1}, status: 200, response: '{"by":"read"}'}}
          readFile:
            http: GET /things/{id}.json
            path: {id: string}
            examples: {one: {arguments: {id: t1}, status: 200, response: '{"by":"readFile"}'}}
          sendText:
            http: POST /things
            headers: {X-Kind: {always: text}}
            body: {text: string}
            examples: {one: {arguments: {text: t}, status: 200, response: '{"by":"sendText"}'}}
          sendImage:
            http: POST /things
            headers: {X-Kind: {always: image}}
            body: {link: string}
            examples: {one: {arguments: {link: l}, status: 200, response: '{"by":"sendImage"}'}}
          list:
            http: GET /things
            query: {sort: {always: name}}
            examples: {one: {arguments: {}, status: 200, response: '{"by":"list"}'}}
          count:
            http: GET /things
            query: {only: {always: 1}}
            examples: {one: {arguments: {}, status: 200, response: '{"by":"count"}'}}
        """

    private func by(
        _ method: String,
        _ path: String,
        _ body: String = "",
        kind: String? = nil,
        query: String = ""
    ) throws -> JSONValue? {
        var sandbox = try PlayedSandbox(api: api, resource: things)
        let headers = [("X-Key", "sandbox")] + (kind.map { [("X-Kind", $0)] } ?? [])
        return sandbox.send(method, path, body, headers: headers, query: query).json["by"]
    }

    @Test("Operations of one path are told apart by the constants of their headers and queries")
    func constants() throws {
        #expect(try by("POST", "/things", #"{"text":"a"}"#, kind: "text") == "sendText")
        #expect(try by("POST", "/things", #"{"link":"a"}"#, kind: "image") == "sendImage")
        #expect(try by("GET", "/things", query: "sort=name") == "list")
        #expect(try by("GET", "/things", query: "only=1") == "count")
        #expect(try by("GET", "/things", query: "other=1") == nil)
    }

    @Test("The path with the longer word is meant")
    func files() throws {
        #expect(try by("GET", "/things/t1.json") == "readFile")
        #expect(try by("GET", "/things/t1") == "read")
    }
}
