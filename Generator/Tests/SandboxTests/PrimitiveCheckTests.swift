import Pipeline
import Testing
import WaybillJSON

@testable import Sandbox

@Suite struct PrimitiveCheckTests {
    @Test(
        "Values in texts are taken in the forms that the type has",
        arguments: [
            (.epoch, ["1700000000", 1_700_000_000, "-1"], ["", "1.5", true, .null]),
            (.english, ["Sep 23, 2024, 8:20:01 PM"], ["2024-09-23T20:20:01Z", "Sep 23 2024", 1]),
            (.textBool, [true, "True", "false"], ["yes", 1, ""]), (.textInt, [3, "3"], ["3.5", 3.5, "x"]),
            (.commaList, ["a,b", ["a"], ""], [1, [1], true]), (.decimal, [1.5, "12.0"], ["12,0", true]),
        ] as [(TypeExpression.Primitive, [JSONValue], [JSONValue])]
    )
    func forms(type: TypeExpression.Primitive, good: [JSONValue], bad: [JSONValue]) {
        for value in good { #expect(PrimitiveCheck.problem(of: value, type) == nil, "\(value)") }
        for value in bad { #expect(PrimitiveCheck.problem(of: value, type) != nil, "\(value)") }
    }

    @Test("Constraints see numbers and lists, not the texts in which they stand")
    func plain() {
        #expect(PrimitiveCheck.plain("12", .primitive(.textInt)) == 12)
        #expect(PrimitiveCheck.plain("a, b ,c", .primitive(.commaList)) == ["a", "b", "c"])
        #expect(PrimitiveCheck.plain("12", .primitive(.string)) == "12")
    }
}
