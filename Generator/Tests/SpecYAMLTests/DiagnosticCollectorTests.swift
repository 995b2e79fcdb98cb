import SpecYAML
import Testing

import struct SpecYAML.SourceLocation

@Suite struct DiagnosticCollectorTests {
    private func location(_ file: String, _ line: Int, _ column: Int) -> SourceLocation {
        SourceLocation(file: file, line: line, column: column, endLine: line, endColumn: column + 1)
    }

    @Test("sorted by file, line, column and rule, whatever the order of discovery") func order() {
        var collector = DiagnosticCollector()
        collector.error("b", "1", at: location("b", 1, 1))
        collector.error("z", "2", at: location("a", 10, 1))
        collector.error("z", "3", at: location("a", 9, 2))
        collector.add(warning("a", "4", at: location("a", 9, 2)))
        collector.error("z", "5", at: location("a", 9, 1))
        #expect(collector.all.map(\.message) == ["5", "4", "3", "2", "1"])
    }

    @Test("exact duplicates are reported once") func duplicates() {
        var collector = DiagnosticCollector()
        collector.error("a", "m", at: location("a", 1, 1))
        collector.error("a", "m", at: location("a", 1, 1))
        collector.add(warning("a", "m", at: location("a", 1, 1)))
        #expect(collector.all.count == 2)
    }

    @Test("warnings are no errors; merging adds") func errorsAndMerging() {
        var collector = DiagnosticCollector()
        collector.add(warning("a", "m", at: location("a", 1, 1)))
        #expect(!collector.hasErrors)
        var other = DiagnosticCollector()
        other.error("b", "m", at: location("a", 1, 1))
        collector.merge(other)
        #expect(collector.hasErrors)
        #expect(collector.all.map(\.rule) == ["a", "b"])
    }

    private func warning(_ rule: String, _ message: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(severity: .warning, rule: rule, message: message, location: location)
    }
}
