/// Writes how the tests of a module compare what came with what was read.
struct WireComparisonRenderer {
    let api: ResolvedAPI

    private static let body: [SwiftCode] = [
        "/// Compares JSON as it came with JSON as a model writes it.",
        "enum WireComparison {",
        "    /// Expects that a value says everything that the text has below these keys.",
        "    ///",
        "    /// A null may be absent, and a scalar may be written in another way: a number as text, a time in UTC.",
        "    static func expect(",
        "        _ value: JSONValue,",
        "        says text: String,",
        "        below keys: [String],",
        "        at location: SourceLocation",
        "    ) throws {",
        "        let root = try JSONValue(parsing: Array(text.utf8))",
        "        let came = try #require(keys.reduce(root) { $0?[$1] }, sourceLocation: location)",
        "        #expect(isSame(came, value), \"\\(value) is not \\(came)\", sourceLocation: location)",
        "    }",
        "",
        "    private static func isSame(_ came: JSONValue, _ read: JSONValue) -> Bool {",
        "        switch (came, read) {",
        "        case (.object(let came), .object(let read)):",
        "            return came.allSatisfy { key, value in value.isNull || read[key].map { isSame(value, $0) } ?? false }",
        "        case (.array(let came), .array(let read)):",
        "            return came.count == read.count && zip(came, read).allSatisfy { isSame($0, $1) }",
        "        case (.array(let came), .string(let list)):",
        "            return came.compactMap(\\.stringValue).joined(separator: \",\") == list",
        "        default:",
        "            return came == read || isSame(plain(came), plain(read))",
        "        }",
        "    }",
        "",
        "    private static func plain(_ value: JSONValue) -> String { value.stringValue ?? value.description }",
        "",
        "    private static func isSame(_ came: String, _ read: String) -> Bool {",
        "        if came.lowercased() == read.lowercased() { return true }",
        "        if let came = Double(came), let read = Double(read) { return came == read }",
        "        guard let came = seconds(came), let read = seconds(read) else { return false }",
        "        return abs(came - read) < 0.001",
        "    }",
        "",
        "    /// A time as the runtime reads it.",
        "    private static func seconds(_ text: String) -> Double? {",
        "        let quoted = JSONValue.string(text).description",
        "        return try? JSONReader.read(Array(quoted.utf8)) { $0.timestamp()?.timeIntervalSince1970 }",
        "    }",
        "}",
    ]

    /// The file.
    func render() -> GeneratedFile {
        var writer = SwiftWriter()
        WireTestFile(api: api).writeHeader(
            from: api.location.shownFile,
            imports: ["import Foundation", "import Testing", "@_spi(Generated) import WaybillRuntime"],
            to: &writer
        )
        for line in Self.body { writer.line(line) }
        return GeneratedFile(path: "WireComparison.swift", text: writer.text)
    }
}
