import Testing

@testable import SpecYAML

/// The canonical layout: the same meaning, whatever the form.
@Suite struct SpecLayoutTests {
    private func layout(_ text: String) throws -> String {
        var diagnostics = DiagnosticCollector()
        let file = SourceFile(path: "spec.yaml", text: text)
        let layout = try SpecLayout.text(of: file, isJSON: { $0.last == "json" }, into: &diagnostics)
        return try #require(layout, "\(diagnostics.all)")
    }

    /// Checks what becomes of a text, and that nothing more becomes of that.
    private func expect(_ text: String, _ expected: String) throws {
        let result = try layout(text)
        #expect(result == "---\n" + expected)
        #expect(try layout(result) == result)
    }

    @Test("brackets stay where they fit, and are opened where they do not")
    func brackets() throws {
        try expect("a: { b: 1,c: [ x ,y ] }", "a: {b: 1, c: [x, y]}\n")
        let long = String(repeating: "word ", count: 12)
        try expect(
            "a: { first: \"\(long)\", second: \"\(long)\" }\nlist: [{ x: \"\(long)\", y: \"\(long)\" }]",
            """
            a:
              first: "\(long)"
              second: "\(long)"
            list:
              - x: "\(long)"
                y: "\(long)"

            """
        )
        try expect("a:\n- b\n-   c: 1\n    d: 2", "a:\n  - b\n  - c: 1\n    d: 2\n")
        try expect("a: {}\nb: []\nc:", "a: {}\nb: []\nc:\n")
    }

    @Test("types, and what other readers take for something else, are quoted")
    func quotes() throws {
        try expect(
            "a: { type: int?, of: map<string>, word: Is it }\nb: list<Flow>?\nc: Is it there?\nd: GET /x/{id}\ne: /x/{id}",
            """
            a: {type: "int?", of: "map<string>", word: Is it}
            b: "list<Flow>?"
            c: Is it there?
            d: GET /x/{id}
            e: /x/{id}

            """
        )
        try expect(
            "words: [NO, on, 12:30:45, 1_000, 2024-01-01, 0b11, true, 17, 1.5, null]",
            "words: [\"NO\", \"on\", \"12:30:45\", \"1_000\", \"2024-01-01\", \"0b11\", true, 17, 1.5, null]\n"
        )
        try expect("on: 1\n200: {no: NO, b?: c}", "\"on\": 1\n\"200\": {\"no\": \"NO\", \"b?\": c}\n")
        try expect("a:\t[b?,\t{\"c\":1}]\t# d", "a: [\"b?\", {\"c\": 1}]  # d\n")
        try expect(#"a: { path: C:\d?, say: say "x"? }"#, #"a: {path: "C:\\d?", say: "say \"x\"?"}"# + "\n")
        try expect("a: '{x}'\nb: \"\\t\"", "a: '{x}'\nb: \"\\t\"\n")
    }

    @Test("long text is folded, and blocks keep their lines")
    func text() throws {
        let sentence = String(repeating: "word ", count: 30) + "end"
        let first = String(repeating: "word ", count: 22) + "word"
        try expect("a: \(sentence)", "a: >-\n  \(first)\n  word word word word word word word end\n")
        try expect("a: >-\n    one\n    two", "a: >-\n  one two\n")
        try expect("a: |\n     one\n       deeper\n\n     two\nb: 1", "a: |\n  one\n    deeper\n\n  two\nb: 1\n")
        try expect("a: >\n  one\n\n  two\n", "a: >\n  one\n\n  two\n")
        try expect("a: >\n  one\n\n  two", "a: >-\n  one\n\n  two\n")
        try expect("a: |-\n  one\nb: |2\n    two\nc: 1", "a: |-\n  one\nb: |2\n    two\nc: 1\n")
        try expect("a: |+\n  one\n\nb: 1", "a: |+\n  one\n\nb: 1\n")
        let word = String(repeating: "x", count: 130)
        try expect("a: { b: \(word) }", "a:\n  b: >-\n    \(word)\n")
    }

    @Test("quoted text of several lines that is too long stands in a block")
    func longLines() throws {
        let line = String(repeating: "x", count: 70)
        try expect("a: \"  \(line)\\n\(line)\"", "a: |2-\n    \(line)\n  \(line)\n")
        try expect("a: \"\(line)\\n\(line)\\n\"", "a: |\n  \(line)\n  \(line)\n")
        try expect("a: \"\(line) \\n\(line)\"", "a: \"\(line) \\n\(line)\"\n")
    }

    @Test("a number of which readers disagree is reported, and not laid out", arguments: ["010", "1e3", "0o7", "-.5"])
    func otherNumbers(_ text: String) throws {
        var diagnostics = DiagnosticCollector()
        let file = SourceFile(path: "spec.yaml", text: "a: \(text)")
        #expect(try SpecLayout.text(of: file, isJSON: { _ in false }, into: &diagnostics) == nil)
        #expect(diagnostics.all.map(\.rule) == ["yaml-plain"])
    }

    @Test("JSON has a line for each member, and a short one stays as it is")
    func json() throws {
        let json = #"{"a":"x: {y}, \"z\"","b":[1,{"c":[]}],"d":{}}"# + String(repeating: " ", count: 20)
        try expect(
            "json: '\(json)'\ntext: '\(json)'",
            """
            json: |
              {
                "a": "x: {y}, \\"z\\"",
                "b": [
                  1,
                  {
                    "c": []
                  }
                ],
                "d": {}
              }
            text: '\(json)'

            """
        )
        try expect(#"json: '{"a": 1}'"#, "json: '{\"a\": 1}'\n")
        let form = "json: |\n" + (1...9).map { "  name\($0)=a+long+value\n" }.joined()
        try expect(form, form)
        #expect(JSONLayout.compact("{ \"a b\" : [ 1 , \"\\\" \" ] }\n") == #"{"a b":[1,"\" "]}"#)
    }

    @Test("comments and single blank lines stay where they were")
    func comments() throws {
        try expect(
            """
            # the file


            a: 1   # one
              # deeper
            b: { c: 2 }   # two # more


            # before d
            d:        # head
              - x     # first
              # alone
              - { y: 1 }
            e: "# none"
            # the end
            """,
            """
            # the file

            a: 1  # one
              # deeper
            b: {c: 2}  # two # more

            # before d
            d:  # head
              - x  # first
              # alone
              - {y: 1}
            e: "# none"
            # the end

            """
        )
    }

    @Test("a comment that no longer fits stands above, in lines of its own")
    func longComments() throws {
        let words = String(repeating: "word ", count: 22) + "end"
        try expect("a: { b: 1 }   # \(words)", "# \(words)\na: {b: 1}\n")
        try expect("a:\n  - { b: 1 }   # \(words)", "a:\n  # \(words)\n  - {b: 1}\n")
        try expect("a: [1, # one\n 2]", "a:  # one\n  - 1\n  - 2\n")
    }

    @Test("what cannot be read is reported, and not laid out")
    func unreadable() throws {
        var diagnostics = DiagnosticCollector()
        let file = SourceFile(path: "spec.yaml", text: "a: [")
        #expect(try SpecLayout.text(of: file, isJSON: { _ in false }, into: &diagnostics) == nil)
        #expect(diagnostics.hasErrors)
    }
}
