/// A type of a random spec, with a value of it.
struct SpecType: Sendable {
    /// The type as the spec writes it.
    let text: String
    /// A value on the wire.
    let json: SpecNode
    /// The same as an argument of an example.
    let argument: SpecNode

    /// Makes a type whose argument is what is on the wire.
    init(_ text: String, _ json: SpecNode, argument: SpecNode? = nil) {
        self.text = text
        self.json = json
        self.argument = argument ?? json
    }

    /// The formats of the dialect, each with a value; a format without one here is left to the dialect's own options.
    static let formats: [SpecType] = [
        SpecType("string", "text"), SpecType("int", 7), SpecType("double", .plain("1.5")), SpecType("bool", true),
        SpecType("decimal", .plain("12.5")), SpecType("timestamp", "2026-05-01T03:38:07Z"), SpecType("id", "x7"),
        SpecType("json", ["a": [1]]), SpecType("object", ["a": 1]), SpecType("timestamp.epoch", 1_700_000_000),
        SpecType("timestamp.english", "Sep 23, 2024, 8:20:01 PM"), SpecType("bool.text", true),
        SpecType("int.text", 7), SpecType("date", "2026-05-01"),
        SpecType("timestamp.rfc2822", "Fri, 01 May 2026 03:38:07 +0000"),
        SpecType("list.comma", "a,b", argument: ["a", "b"]),
    ]

    /// The type without its question mark.
    var required: String { text.hasSuffix("?") ? String(text.dropLast()) : text }
    var optional: SpecType { SpecType(text + "?", json, argument: argument) }
    var list: SpecType { SpecType("list<\(text)>", [json, json], argument: [argument, argument]) }
    var batch: SpecType { SpecType("batch<\(text)>", [json], argument: [argument]) }
    var map: SpecType { SpecType("map<\(text)>", ["k": json], argument: ["k": argument]) }
}
