@_spi(Generated) import Pipeline
import Testing
import WaybillJSON
@_spi(Generated) import WaybillRuntime

@testable import Sandbox

@Suite struct TemplateScopeTests {
    @Test("Placeholders take values as they are where they stand alone, else as text")
    func renders() {
        let moment = SandboxMoment(milliseconds: 0, random: Counter(start: 0).next)
        var scope = TemplateScope(
            moment: moment,
            counter: 4,
            body: ["a": ["b": 7], "l": [1]],
            parameters: ["id": "x"],
            item: ["n": "N"]
        )
        scope.answer = ["made": ["deep": true]]
        #expect(scope.render("{body.a.b}") == 7)
        #expect(scope.render("<{body.a.b}>") == "<7>")
        #expect(
            scope.render(["{item.n}", "{id}-{made.deep}", "{nothing}", "-{nothing}-"]) == ["N", "x-true", .null, "--"]
        )
        #expect(scope.render("{counter}") == 5)
        #expect(scope.render("msg_{counter}") == "msg_6")
        #expect(scope.render("{now}") == "1970-01-01T00:00:00.000Z")
        #expect(scope.render("{hex20}") == "00000000000000010000")
        #expect(
            scope.text(of: TextTemplate("{uuid}")).wholeMatch(
                of: /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
            ) != nil
        )
    }
}
