import SpecYAML
import Testing

@Suite struct SyntaxMessageTests {
    @Test("an unfinished list names both places") func unfinishedList() {
        #expect(
            Reading("a: [1, 2\nb: 1\n").rendered == """
                spec/a.yaml:2:2: error[yaml-syntax]: expected ',' or ']' here; close the list or separate its elements
                2 | b: 1
                  |  ^
                spec/a.yaml:1:4: note: the list begins here
                """
        )
    }

    @Test("a problem at the end of the file stands on its last line") func endOfFile() {
        #expect(
            Reading("a: {b: 1\n\n").rendered == """
                spec/a.yaml:1:9: error[yaml-syntax]: expected ',' or '}' here; close the mapping or separate its keys
                1 | a: {b: 1
                  |         ^
                spec/a.yaml:1:4: note: the mapping begins here
                """
        )
    }

    @Test("an open quote is blamed, not the end of the file") func openQuote() {
        #expect(
            Reading("a: 1\nb: \"x\nc: 1\n").rendered == """
                spec/a.yaml:2:4: error[yaml-syntax]: the quoted text never ends; add the closing quote
                2 | b: "x
                  |    ^
                """
        )
    }

    @Test("a tab is named, and the excerpt keeps it") func tab() {
        #expect(
            Reading("a:\n\tb: 1\n").rendered == """
                spec/a.yaml:2:1: error[yaml-tab]: a tab can neither indent a line nor separate words; use spaces
                2 | \tb: 1
                  | ^
                """
        )
    }

    @Test(
        "what libyaml finds, in words that say what to do",
        arguments: [
            (
                "a: b: c", "1:5",
                "a ':' cannot stand here; put text that contains ': ' in quotes, or fix the indentation"
            ),
            ("a: 1\nb\nc: 2", "2:1", "a key must be followed by ':' on the same line"),
            ("a:\n    b: 1\n  c: 2", "3:3", "expected a key here; align it with the other keys of its mapping"),
            ("a:\n  - b\n  c: 1", "3:3", "expected '-' here; align the elements of the list"),
            ("a: - b", "1:4", "a '-' cannot stand here; put the list on a line of its own"),
            ("a: @x", "1:4", "text cannot begin with '@'; put the text in quotes"),
            ("é: %x", "1:4", "text cannot begin with '%'; put the text in quotes"),
            ("a: \"\\q\"", "1:5", "no such escape; write \\\\ for a backslash, or use single quotes"),
            ("a: \"\\u12\"", "1:7", "too few digits: \\x takes 2, \\u 4 and \\U 8 hexadecimal digits"),
            ("a: \"\\ud800\"", "1:7", "this escape is not a Unicode character"),
            ("a: |x\n  y", "1:5", "a text block begins on the next line; nothing else can stand here"),
            ("a: ]", "1:4", "expected a value here"),
            ("a: 1\n...\nb: 1\n...\nc", "3:1", "nothing can follow the end of the root mapping; fix the indentation"),
        ]
    ) func messages(text: String, place: String, message: String) {
        let found = Reading(text).diagnostics
        #expect(found.map(\.message) == [message])
        #expect(found.map { "\($0.location.line):\($0.location.column)" } == [place])
        #expect(found.map(\.rule) == ["yaml-syntax"])
    }
}
