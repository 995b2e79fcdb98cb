import Testing
@_spi(Generated) import WaybillJSON

@testable import Pipeline

@Suite struct WireFormatTests {
    @Test(
        "A format accepts what generated code reads",
        arguments: [
            (.string, ["", "a"], [1, true]), (.int, [1, -3], ["1", 1.5]), (.double, [1, 1.5], ["1"]),
            (.bool, [true], ["true", 1]),
            (.timestamp, ["2026-05-01T03:38:07Z", "2026-05-01T03:38:07.123456"], ["soon", 1]),
            (.id, ["a", 7], [1.5, true]), (.json, [1, "a", [1], ["a": 1]], []),
            (.object, [[:], ["a": 1]], [[1], "a"]),
            (.epoch, ["1700000000", 1_700_000_000, "-1"], ["", "now", true]),
            (.english, ["Sep 23, 2024, 8:20:01 PM"], ["2024-09-23T20:20:01Z", "Sep 23 2024", 1]),
            (.textBool, [true, "True", "false"], ["yes", 1, ""]), (.textInt, [3, "3"], ["3.5", 3.5, "x"]),
            (.date, ["2026-05-01", "2024-02-29"], ["2026-02-29", "2026-5-1", "2026-05-01T00:00:00Z", 1]),
            (
                .mail, ["Fri, 01 May 2026 03:38:07 +0000", "1 May 26 03:38 EDT"],
                ["2026-05-01T03:38:07Z", "1 May 2026", 1]
            ),
            (.commaList, ["a,b", ["a"], ""], [1, [1], true]), (.decimal, [1.5, "12.0"], ["12,0", true]),
        ] as [(WireFormat, [JSONValue], [JSONValue])]
    )
    func accepts(format: WireFormat, good: [JSONValue], bad: [JSONValue]) {
        for value in good { #expect(format.accepts(value), "\(format.word) \(value)") }
        for value in bad { #expect(!format.accepts(value), "\(format.word) \(value)") }
    }

    @Test("Constraints see numbers and lists, not the texts in which they stand")
    func measured() {
        #expect(WireFormat.textInt.measured("12") == 12)
        #expect(WireFormat.commaList.measured("a, b ,c") == ["a", "b", "c"])
        #expect(WireFormat.string.measured("12") == "12")
    }

    @Test("A text of a query is what its type makes of it")
    func parsed() {
        #expect(WireFormat.int.value(parsing: "12") == 12)
        #expect(WireFormat.bool.value(parsing: "true") == true)
        #expect(WireFormat.id.value(parsing: "12") == "12")
        #expect(WireFormat.int.value(parsing: "x") == "x")
    }

    @Test("The JSON Schema of a format has its JSON types", arguments: WireFormat.all)
    func schema(_ format: WireFormat) {
        let names = (format.schema["type"]?.arrayValue ?? [format.schema["type"]].compactMap(\.self))
            .compactMap(\.stringValue)
        let types: [String: JSONType] = [
            "string": .string, "number": .number, "integer": .number, "boolean": .bool, "array": .array,
            "object": .object,
        ]
        #expect(names.compactMap { types[$0] } == format.jsonTypes)
    }
}
