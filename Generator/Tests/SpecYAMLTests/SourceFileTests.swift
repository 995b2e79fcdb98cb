import SpecYAML
import Testing

import struct SpecYAML.SourceLocation

@Suite struct SourceFileTests {
    @Test("lines end with LF or CRLF and count from 1") func lines() {
        let file = SourceFile(path: "a.yaml", text: "é\r\n\nc\r")
        #expect((0...4).map(file.line) == ["", "é", "", "c\r", ""])
        #expect(SourceFile(path: "a.yaml", text: "").line(1) == "")
    }

    @Test("invalid UTF-8 is repaired") func invalid() {
        #expect(SourceFile(path: "a.yaml", bytes: [0x61, 0xFF]).line(1) == "a\u{FFFD}")
    }

    @Test("locations are ordered by file, then place") func locations() {
        let place = { (file: String, line: Int, column: Int) in
            SourceLocation(file: file, line: line, column: column, endLine: line, endColumn: column)
        }
        #expect(place("a", 9, 9) < place("b", 1, 1))
        #expect(place("a", 9, 9) < place("a", 10, 1))
        #expect(place("a", 1, 9) < place("a", 1, 10))
        #expect(!(place("a", 1, 1) < place("a", 1, 1)))
    }
}
