import Pipeline
import Testing
import WaybillJSON

@testable import Sandbox

@Suite struct AnswerPageTests {
    private static let api = """
        waybill: 1
        api: Lists
        clients:
          ListsClient:
            servers: { production: https://api.example.com }
            auth: { credentials: { key: {} }, headers: { X-Key: "{key}" } }
            resources: [rows]
        """
    private static let resource = """
        resource: rows
        operations:
          list:
            http: GET /rows
            query: { page: "int?", limit: "int?" }
            returns: RowList
            pages: { items: rows, page: page, size: limit, hasMore: meta.more, total: meta.total }
            examples:
              all: { arguments: {}, status: 200, response: '{"rows":[{"id":"1"}],"meta":{"total":1}}' }
        models:
          RowList: { fields: { rows: list<Row>, meta: Meta } }
          Row: { fields: { id: id } }
          Meta: { fields: { more: "bool.text?", total: "int?" } }
        """

    private func page(
        _ parameters: [String: JSONValue],
        hasMore: JSONValue = "False",
        first: Int = 1
    ) throws -> JSONValue {
        let resource = Self.resource.replacing("page: page,", with: "page: page, first: \(first),")
        let api = try SpecFixture.inline(Self.api, resource)
        let pages = try #require(api.operations.first?.pages)
        var scope = TemplateScope(
            moment: SandboxMoment(milliseconds: 0) { 0 },
            counter: 0,
            body: .null,
            parameters: parameters
        )
        scope.answer = ["rows": [1, 2, 3, 4, 5], "meta": ["more": hasMore]]
        AnswerPage(pages).cut(&scope)
        return scope.answer
    }

    @Test("Pages count from 1, and the last one ends them")
    func pages() throws {
        #expect(try page(["limit": 2]) == ["rows": [1, 2], "meta": ["more": "True", "total": 3]])
        #expect(try page(["limit": 2, "page": 2]) == ["rows": [3, 4], "meta": ["more": "True", "total": 3]])
        #expect(try page(["limit": 2, "page": 3]) == ["rows": [5], "meta": ["more": "False", "total": 3]])
        #expect(try page(["limit": 2, "page": 4]) == ["rows": [], "meta": ["more": "False", "total": 3]])
        #expect(try page([:], hasMore: false) == ["rows": [1, 2, 3, 4, 5], "meta": ["more": false, "total": 1]])
        #expect(try page(["limit": 4], hasMore: "false")["meta"]?["more"] == "true")
    }

    @Test("Pages that count from 0 begin there")
    func fromZero() throws {
        #expect(try page(["limit": 2, "page": 0], first: 0)["rows"] == [1, 2])
        #expect(try page(["limit": 2], first: 0)["rows"] == [1, 2])
        #expect(try page(["limit": 2, "page": 2], first: 0) == ["rows": [5], "meta": ["more": "False", "total": 3]])
    }
}
