import Testing
import WaybillJSON

@testable import Sandbox

/// Several pages of one list, in each way in which they can follow each other.
@Suite struct PageCourseTests {
    private static let api = """
        waybill: 1
        api: Lists
        clients:
          ListsClient:
            servers: {production: "https://api.example.com/v1"}
            auth: {}
            resources: [rows]
        """

    private static func resource(_ http: String, _ parameters: String, _ pages: String, _ returns: String) -> String {
        let rows = (1...5).map { #"{"id":"r\#($0)","number":\#($0)}"# }.joined(separator: ",")
        let answer = returns == "RowList" ? #"{"rows":[\#(rows)],"meta":{"more":true,"next":"x"}}"# : "[\(rows)]"
        return """
            resource: rows
            operations:
              list:
                http: \(http)
                resend: safe
                \(parameters)
                returns: "\(returns)"
                pages: \(pages)
                examples:
                  all:
                    arguments: {}
                    status: 200
                    response: '\(answer)'
            models:
              RowList: {fields: {rows: list<Row>, meta: "Meta?"}}
              Row: {fields: {id: id, number: int}}
              Meta: {fields: {more: "bool?", count: "int?", next: "string?"}}
            """
    }

    /// The numbers of the rows on each page, as a client that reads the answer comes to them.
    private func walk(
        _ parameters: String,
        _ pages: String,
        returns: String = "RowList",
        http: String = "GET /rows",
        next: (SandboxAnswer, JSONValue) -> (query: String, body: String)?
    ) throws -> [[Int]] {
        var sandbox = try PlayedSandbox(api: Self.api, resource: Self.resource(http, parameters, pages, returns))
        let method = String(http.prefix { $0 != " " })
        var found: [[Int]] = []
        var request: (query: String, body: String)? = ("", method == "POST" ? "{}" : "")
        while let current = request, found.count < 9 {
            let headers = current.body.isEmpty ? [] : [(name: "Content-Type", value: "application/json")]
            let answer = sandbox.send(method, "/v1/rows", current.body, headers: headers, query: current.query)
            #expect(answer.status == 200)
            let body = try JSONValue(parsing: answer.body)
            found.append((body["rows"] ?? body).arrayValue?.compactMap { $0["number"]?.intValue } ?? [])
            request = next(answer, body)
        }
        return found
    }

    @Test("elements are counted, from wherever the API counts them", arguments: [0, 1])
    func offset(first: Int) throws {
        var count = first
        let pages = try walk(
            #"query: {skip: "int?", top: "int?"}"#,
            "{items: rows, offset: skip, first: \(first), size: top, count: meta.count, hasMore: meta.more}"
        ) { _, body in
            #expect(body["meta"]?["count"] == 5)
            count += body["rows"]?.arrayValue?.count ?? 0
            #expect(body["meta"]?["more"]?.boolValue == (count < 5 + first))
            return count < 5 + first ? ("top=2&skip=\(count)", "") : nil
        }
        #expect(pages == [[1, 2, 3], [4, 5]])
    }

    @Test("an answer names the next page; the last one names none")
    func cursors() throws {
        let inBody = try walk(
            #"query: {after: "string?", size: "int?"}"#,
            "{items: rows, cursor: {parameter: after, at: meta.next}, size: size}"
        ) { _, body in
            body["meta"]?["next"]?.stringValue.map { ("size=2&after=\($0)", "") }
        }
        #expect(inBody == [[1, 2, 3], [4, 5]])
        let inHeader = try walk(
            #"query: {after: "int?", size: "int?"}"#,
            "{cursor: {parameter: after, header: X-Next}, size: size}",
            returns: "list<Row>"
        ) { answer, _ in
            answer.header("X-Next").map { ("size=1&after=\($0)", "") }
        }
        #expect(inHeader == [[1, 2, 3], [4], [5]])
    }

    @Test("the last element names the next page, in the body too")
    func elements() throws {
        let pages = try walk(
            #"body: {last: "int?", limit: "int?"}"#,
            "{items: rows, cursor: {parameter: last, element: number}, size: limit, hasMore: meta.more}",
            http: "POST /rows"
        ) { _, body in
            guard body["meta"]?["more"] == true else { return nil }
            let last = body["rows"]?.arrayValue?.last?["number"]?.intValue ?? 0
            return ("", #"{"limit":1,"last":\#(last)}"#)
        }
        #expect(pages == [[1, 2, 3], [4], [5]])
    }

    @Test("an answer links to the next page, and keeps what else was asked for")
    func links() throws {
        let inHeader = try walk(#"query: {state: "string?"}"#, "{link: {rel: next}}", returns: "list<Row>") {
            answer,
            _ in
            answer.header("Link").map { link in
                #expect(link == "<?sandbox_after=3>; rel=\"next\"")
                return ("state=a%20b&sandbox_after=3", "")
            }
        }
        #expect(inHeader == [[1, 2, 3], [4, 5]])
        let inBody = try walk(
            #"query: {size: "int?"}"#,
            "{items: rows, link: {at: meta.next}, size: size}"
        ) { _, body in
            body["meta"]?["next"]?.stringValue.map { ("size=1&" + $0.dropFirst(), "") }
        }
        #expect(inBody == [[1, 2, 3], [4], [5]])
    }
}
