import Testing

@testable import Pipeline

@Suite struct SwiftWriterTests {
    @Test("a text that fits is one literal, a longer one is broken after commas")
    func constant() {
        var writer = SwiftWriter()
        writer.constant(SwiftIdentifier(made: "short"), text: #"{"a":1}"#)
        let text = (1...20).map { #""key\#($0)":\#($0)"# }.joined(separator: ",")
        writer.constant(SwiftIdentifier(made: "long"), text: "{\(text)}")
        let lines = writer.text.split(separator: "\n")
        #expect(lines.first == ##"let short = #"{"a":1}"#"##)
        #expect(lines[1] == #"let long = """"#)
        #expect(lines.last == #"    """"#)
        let pieces = lines[2..<lines.count - 1].map { $0.dropFirst(4) }
        #expect(pieces.dropLast().allSatisfy { $0.hasSuffix(",\\") })
        #expect(pieces.map { $0.hasSuffix("\\") ? String($0.dropLast()) : String($0) }.joined() == "{\(text)}")
    }

    @Test("a case with many patterns is filled line by line, and its statement stands below")
    func cases() {
        var writer = SwiftWriter()
        writer.cases(["\"a\"", "\"b\""], "self = .x")
        let words = (1...5).map { SwiftCode.literal("A_RATHER_LONG_CODE_OF_AN_ERROR_\($0)") }
        writer.cases(words, "self = .y")
        let lines = writer.text.split(separator: "\n")
        #expect(lines.first == #"case "a", "b": self = .x"#)
        #expect(lines.last == "    self = .y")
        #expect(lines.count == 4)
        #expect(lines.allSatisfy { $0.count <= SwiftWriter.width })
    }
}
