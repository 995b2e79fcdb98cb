import SpecYAML
import Testing

@Suite struct YAMLScalarTests {
    private func scalar(_ value: String) -> YAMLScalar? {
        Reading("a: \(value)").node?["a"]?.scalar
    }

    @Test(
        "Y12 text by itself, whatever YAML 1.1 says",
        arguments: [
            "NO", "no", "on", "off", "y", "yes", "Yes", "1_000", "12:30:45", "2024-01-01", "tRUE", "nULL", "0b1",
            "-0x1F",
            "0o8", "0x", "0xG", "1e", "e3", ".", "+", "-.nan", "inf", "nan", "infinity", "0x1p3", "1.2.3", "1,000", "١",
        ]
    ) func texts(value: String) {
        let scalar = scalar(value)
        #expect(scalar == YAMLScalar(text: value, style: .plain))
        #expect(scalar?.isNull == false)
        #expect(scalar?.bool == nil)
        #expect(scalar?.int == nil)
        #expect(scalar?.double == nil)
    }

    @Test("Y12 nothing", arguments: ["~", "null", "Null", "NULL", ""]) func nulls(value: String) {
        #expect(scalar(value)?.isNull == true)
        #expect(scalar(value)?.text == value)
    }

    @Test(
        "Y12 truth values",
        arguments: [
            ("true", true), ("True", true), ("TRUE", true), ("false", false), ("False", false), ("FALSE", false),
        ]
    ) func bools(value: String, expected: Bool) {
        #expect(scalar(value)?.bool == expected)
    }

    @Test(
        "Y12 whole numbers: 017 is seventeen",
        arguments: [
            ("0", 0), ("-0", 0), ("+5", 5), ("-7", -7), ("017", 17), ("0o17", 15), ("0x1F", 31), ("0x1f", 31),
            ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min),
        ]
    ) func ints(value: String, expected: Int) {
        #expect(scalar(value)?.int == expected)
        #expect(scalar(value)?.double == Double(expected))
        #expect(scalar(value)?.text == value)
    }

    @Test("Y12 beyond 64 bits", arguments: ["9223372036854775808", "-9223372036854775809", "0x8000000000000000"])
    func overflow(value: String) {
        #expect(scalar(value)?.int == nil)
    }

    @Test(
        "Y12 fractions",
        arguments: [
            ("1.10", 1.1), ("1e3", 1_000), ("1.", 1), (".5", 0.5), ("-1.5E-2", -0.015), (".inf", .infinity),
            ("-.INF", -.infinity), ("20000000000000000000", 2e19),
        ]
    ) func doubles(value: String, expected: Double) {
        #expect(scalar(value)?.double == expected)
        #expect(scalar(value)?.int == nil)
        #expect(scalar(value)?.text == value)
    }

    @Test("Y12 not a number, and a number beyond Double") func extremes() {
        #expect(scalar(".nan")?.double?.isNaN == true)
        #expect(scalar("1e999")?.double == nil)
    }

    @Test("Y12 quoted and block scalars are text", arguments: ["'1'", "\"1\"", "|-\n  1", ">-\n  1"])
    func quoted(value: String) {
        let scalar = scalar(value)
        #expect(scalar?.text == "1")
        #expect(scalar?.style != .plain)
        #expect(scalar?.int == nil)
        #expect(scalar?.double == nil)
        #expect(Reading("a: 'null'").node?["a"]?.scalar?.isNull == false)
        #expect(Reading("a: 'true'").node?["a"]?.scalar?.bool == nil)
    }

    @Test("Y12 enum words and versions keep their text") func textFields() {
        let node = Reading("values: [NO, SE]\nversion: 1.10\n").node
        #expect(node?["values"]?.sequence?.map { $0.scalar?.text } == ["NO", "SE"])
        #expect(node?["version"]?.scalar?.text == "1.10")
    }
}
