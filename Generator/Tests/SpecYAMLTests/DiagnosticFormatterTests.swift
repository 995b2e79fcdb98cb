import SpecYAML
import Testing

import struct SpecYAML.SourceLocation

@Suite struct DiagnosticFormatterTests {
    private func diagnostic(
        line: Int = 1,
        _ columns: Range<Int>,
        endLine: Int? = nil,
        severity: Diagnostic.Severity = .error,
        message: String = "m",
        notes: [Diagnostic.Note] = []
    ) -> Diagnostic {
        let location = SourceLocation(
            file: "a.yaml",
            line: line,
            column: columns.lowerBound,
            endLine: endLine ?? line,
            endColumn: columns.upperBound
        )
        return Diagnostic(severity: severity, rule: "some-rule", message: message, location: location, notes: notes)
    }

    private func format(_ text: String, _ diagnostic: Diagnostic) -> String {
        DiagnosticFormatter(files: [SourceFile(path: "a.yaml", text: text)]).format(diagnostic)
    }

    @Test("heading, excerpt and caret") func plain() {
        let text = String(repeating: "\n", count: 13) + "      amount: { type: decimel }\n"
        #expect(
            format(text, diagnostic(line: 14, 23..<30, message: "no type 'decimel'; did you mean 'decimal'?")) == """
                a.yaml:14:23: error[some-rule]: no type 'decimel'; did you mean 'decimal'?
                14 |       amount: { type: decimel }
                   |                       ^~~~~~~
                """
        )
    }

    @Test("warnings and notes") func warning() {
        let first = SourceLocation(file: "b.yaml", line: 7, column: 3, endLine: 7, endColumn: 4)
        let note = Diagnostic.Note(message: "first written here", location: first)
        #expect(
            format("é: 1\n", diagnostic(1..<2, severity: .warning, notes: [note])) == """
                a.yaml:1:1: warning[some-rule]: m
                1 | é: 1
                  | ^
                b.yaml:7:3: note: first written here
                """
        )
    }

    @Test("tabs stay tabs, above and below") func tabs() {
        #expect(format("\ta:\tb\n", diagnostic(5..<6)) == "a.yaml:1:5: error[some-rule]: m\n1 | \ta:\tb\n  | \t  \t^")
    }

    @Test("a range over several lines is marked to the end of its first") func severalLines() {
        #expect(
            format("a: b\n  c\n", diagnostic(4..<4, endLine: 2))
                == "a.yaml:1:4: error[some-rule]: m\n1 | a: b\n  |    ^"
        )
        #expect(format("a: bcd\n", diagnostic(4..<4, endLine: 2)).hasSuffix("|    ^~~"))
    }

    @Test("an empty range and a place behind the line have a caret") func emptyRange() {
        #expect(format("a:\r\n", diagnostic(3..<3)) == "a.yaml:1:3: error[some-rule]: m\n1 | a:\n  |   ^")
        #expect(format("a: 1\n", diagnostic(line: 2, 1..<1)) == "a.yaml:2:1: error[some-rule]: m\n2 |\n  | ^")
    }

    @Test("a file that is not known, a line that does not exist: no excerpt") func withoutExcerpt() {
        #expect(format("a\n", diagnostic(line: 9, 1..<2)) == "a.yaml:9:1: error[some-rule]: m")
        #expect(DiagnosticFormatter(files: []).format(diagnostic(1..<2)) == "a.yaml:1:1: error[some-rule]: m")
    }

    @Test("Y17 long lines are cut around the caret") func longLines() {
        let line = String(repeating: "a", count: 300) + "XYZ" + String(repeating: "b", count: 300)
        let shown = String(repeating: "a", count: 50) + "XYZ" + String(repeating: "b", count: 47)
        #expect(
            format(line, diagnostic(301..<304)) == """
                a.yaml:1:301: error[some-rule]: m
                1 | …\(shown)…
                  | \(String(repeating: " ", count: 51))^~~
                """
        )
        let start = String(repeating: "a", count: 100)
        #expect(
            format(line, diagnostic(1..<604)) == """
                a.yaml:1:1: error[some-rule]: m
                1 | \(start)…
                  | ^\(String(repeating: "~", count: 99))
                """
        )
    }

    @Test("Y17 no diagnostic of the parser repeats more than 200 characters of the spec") func echo() {
        let long = String(repeating: "Q", count: 900)
        let texts = [
            "\(long): 1\n\(long): 2", "a: &\(long) x", "a: *\(long)", "a: !\(long) x", "a: @\(long)",
            "a: [\(long)\n\(long): b",
            "[\(long)]", "\(long)", "a: \"\(long)", "a: \(long)\u{1}\(long)", "? [\(long)]\n: b", "a: !\(long)!x y",
        ]
        for text in texts {
            for found in Reading(text).diagnostics {
                let rendered = DiagnosticFormatter(files: [SourceFile(path: "spec/a.yaml", text: text)]).format(found)
                let echoed = rendered.count { $0 == "Q" }
                #expect(echoed <= 200)
            }
            #expect(!Reading(text).diagnostics.isEmpty)
        }
    }

    @Test("control and bidi characters are shown as escapes, and the caret keeps its place") func escapes() {
        #expect(
            format("a\u{202E}: b", diagnostic(5..<6, message: "say \u{1B}[31m\nx\u{200F}")) == """
                a.yaml:1:5: error[some-rule]: say \\u{1B}[31m\\nx\\u{200F}
                1 | a\\u{202E}: b
                  |            ^
                """
        )
    }

    @Test("a message without bounds is cut") func longMessage() {
        let rendered = DiagnosticFormatter(files: []).format(
            diagnostic(1..<2, message: String(repeating: "m", count: 5_000))
        )
        #expect(rendered.count < 450)
    }

    @Test("several diagnostics stand one below the other, in the order given") func several() {
        let formatter = DiagnosticFormatter(files: [SourceFile(path: "a.yaml", text: "a\nb\n")])
        let all = [diagnostic(line: 2, 1..<2), diagnostic(line: 1, 1..<2)]
        #expect(formatter.format(all) == all.map(formatter.format).joined(separator: "\n"))
        #expect(formatter.format([]) == "")
    }
}
