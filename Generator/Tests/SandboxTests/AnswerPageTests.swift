import SpecYAML
import Testing
import WaybillJSON

@testable import Pipeline
@testable import Sandbox

@Suite struct AnswerPageTests {
    private func page(_ parameters: [String: JSONValue], hasMore: JSONValue = "False") -> JSONValue {
        let place = SourceLocation(file: "a.yaml", line: 1, column: 1, endLine: 1, endColumn: 1)
        var pages = PagesSpec(items: Located("rows", at: place), page: Located("page", at: place))
        pages.hasMore = Located("meta.more", at: place)
        pages.total = Located("meta.total", at: place)
        pages.size = Located("limit", at: place)
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
    func pages() {
        #expect(page(["limit": 2]) == ["rows": [1, 2], "meta": ["more": "True", "total": 3]])
        #expect(page(["limit": 2, "page": 2]) == ["rows": [3, 4], "meta": ["more": "True", "total": 3]])
        #expect(page(["limit": 2, "page": 3]) == ["rows": [5], "meta": ["more": "False", "total": 3]])
        #expect(page(["limit": 2, "page": 4]) == ["rows": [], "meta": ["more": "False", "total": 3]])
        #expect(page([:], hasMore: false) == ["rows": [1, 2, 3, 4, 5], "meta": ["more": false, "total": 1]])
        #expect(page(["limit": 4], hasMore: "false")["meta"]?["more"] == "true")
    }
}
