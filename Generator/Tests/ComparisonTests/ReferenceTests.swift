import Comparison
import Foundation
import Testing

/// The page about comparisons shows the table of severities as the code has it; RECORD_REFERENCE=1 writes it.
@Suite struct ReferenceTests {
    @Test("spec/DIFF.md has the table of severities")
    func table() throws {
        let page = Corpus.folder.appending(path: "../../../../spec/DIFF.md").standardized
        let text = try String(contentsOf: page, encoding: .utf8)
        let parts = text.components(separatedBy: "<!-- findings -->\n")
        try #require(parts.count == 2)
        let rest = parts[1].split(separator: "\n", omittingEmptySubsequences: false).drop { $0.hasPrefix("|") }
        let whole = parts[0] + "<!-- findings -->\n" + (Finding.table + rest.map(String.init)).joined(separator: "\n")
        if ProcessInfo.processInfo.environment["RECORD_REFERENCE"] == "1" {
            try whole.write(to: page, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: page, encoding: .utf8) == whole)
    }
}
