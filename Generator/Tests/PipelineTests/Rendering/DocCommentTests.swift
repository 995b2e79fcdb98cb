import Testing

@testable import Pipeline

@Suite struct DocCommentTests {
    @Test("G03 no text leaves its comment", arguments: HostileText.all)
    func hostile(text: String) {
        var comment = DocComment(text, or: "Fallback.", tail: text)
        comment.add(text)
        comment.addParameters([(name: text, text: text)])
        comment.addThrows(text)
        for line in comment.lines(width: 60) {
            #expect(line.hasPrefix("///"))
            #expect(
                line.unicodeScalars.allSatisfy { $0.value >= 0x20 && ![0x7F, 0x85, 0x2028, 0x2029].contains($0.value) }
            )
        }
    }

    @Test("the first sentence stands alone, the rest follows")
    func summary() {
        #expect(DocComment("One. Two.", or: "").lines(width: 60) == ["/// One.", "///", "/// Two."])
        #expect(DocComment("One", or: "").lines(width: 60) == ["/// One."])
        #expect(DocComment(nil, or: "Fallback").lines(width: 60) == ["/// Fallback."])
        #expect(DocComment("One.", or: "", tail: "`x`").lines(width: 60) == ["/// One. `x`"])
        #expect(DocComment("One. Two.", or: "", tail: "`x`").lines(width: 60) == ["/// One.", "///", "/// Two. `x`"])
        #expect(DocComment("`a.b` is 1.5 long", or: "").lines(width: 60) == ["/// `a.b` is 1.5 long."])
    }

    @Test("paragraphs stay, lines are wrapped, items are indented")
    func wrapping() {
        var comment = DocComment("Sum.", or: "")
        comment.add("one two three\nfour\n\nfive")
        comment.addParameters([("a", "one two three four")])
        comment.addThrows("one two three four")
        #expect(
            comment.lines(width: 20) == [
                "/// Sum.", "///", "/// one two three", "/// four", "///", "/// five", "///", "/// - Parameters:",
                "///   - a: one two", "///     three four", "/// - Throws: one", "///   two three four",
            ]
        )
    }
}
