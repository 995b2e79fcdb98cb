import SpecYAML
import Testing
import WaybillJSON

@testable import Pipeline

@Suite struct YAMLScalarNumberTests {
    @Test(
        "a number keeps its digits, in every form of YAML",
        arguments: [
            ("19.9900", "19.9900"), ("+19.990000000000000001", "19.990000000000000001"), (".10", "0.10"),
            ("-.5", "-0.5"), ("5.", "5"), ("0x1F", "31"), ("12345678901234567890", "12345678901234567890"),
            ("+1.5e3", "1.5e3"), (".inf", nil), ("-.inf", nil), (".nan", nil), ("one", nil), ("", nil), ("+", nil),
            (".", nil), ("1.2.3", nil), ("true", nil),
        ] as [(String, String?)]
    )
    func number(text: String, digits: String?) {
        #expect(YAMLScalar(text: text, style: .plain).number?.text == digits)
        #expect(YAMLScalar(text: text, style: .doubleQuoted).number == nil)
    }
}
