import Testing

@testable import Pipeline

@Suite struct TypeExpressionParserTests {
    @Test(
        "types are read and written alike",
        arguments: [
            "string", "int?", "Model", "list<string>", "list<map<string>>?", "map<Model>", "id", "json", "ErrorCode?",
            "timestamp.epoch", "timestamp.english?", "bool.text", "int.text?", "list.comma", "batch<Model>",
            "batch<list<id>>?",
        ]
    )
    func roundTrip(_ text: String) throws {
        #expect(try TypeExpressionParser.parse(text).text == text)
    }

    @Test(
        "what is no type is refused with a fix",
        arguments: [
            "", "?", "string??", "list", "map?", "list<>", "list<string", "list<string?>", "string>", "a b",
            "list <int>",
            "Foo<int>", "batch", "batch<>", "batch<Model?>", "timestamp.unix", "list.commas", "4x", "é", "int\u{202E}",
        ]
    )
    func refused(_ text: String) {
        #expect(throws: TypeExpressionParser.Failure.self) { try TypeExpressionParser.parse(text) }
    }

    @Test("nesting ends")
    func depth() {
        let text = String(repeating: "list<", count: 10_000) + "int" + String(repeating: ">", count: 10_000)
        #expect(throws: TypeExpressionParser.Failure.self) { try TypeExpressionParser.parse(text) }
    }
}
