import Testing

@testable import Pipeline

@Suite struct MarkdownTests {
    @Test(
        "G03 a bar inside a cell is no end of it, and a line break no end of its row",
        arguments: ["a|b", "a\nb", "|", "\r\n|"]
    )
    func cells(text: String) {
        let table = Markdown.table(["name", "text"], [["n", text]])
        #expect(table.count == 4 && !table.joined().contains { $0.isNewline })
        #expect(table[2].replacing("\\|", with: "").count { $0 == "|" } == 3)
    }

    @Test("G03 code that has a backtick in it stays code")
    func code() {
        #expect(Markdown.code("a") == "`a`")
        #expect(Markdown.code("a`b") == "`` a`b ``")
        #expect(Markdown.code("a\nb") == "`a b`")
    }
}
