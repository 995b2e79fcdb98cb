import Foundation
import SpecYAML
import Testing

@testable import Pipeline

/// The reference of the dialect, `spec/README.md`, says what the decoder knows.
@Suite struct ReferenceTests {
    private let lines: [String]

    init() throws {
        let url = SpecFixture.specs.appendingPathComponent("README.md")
        lines = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n")
    }

    @Test("the tables of the reference are the tables of the decoder", arguments: MappingKind.allCases)
    func tables(_ kind: MappingKind) throws {
        let start = try #require(lines.firstIndex(of: "<!-- keys: \(kind.rawValue) -->"), "no table of \(kind)")
        let rows: ArraySlice<String> = lines[(start + 3)...].prefix { $0.hasPrefix("|") }
        let cells: [[String]] = rows.map { $0.components(separatedBy: " | ") }
        let keys = DialectKeys.keys(of: kind)
        let names = cells.map { row in row[0].filter { !"| `".contains($0) } }
        #expect(names == keys.map(\.name))
        for (row, key) in zip(cells, keys) {
            #expect(row.count == 4, "\(row)")
            #expect(row[2].hasPrefix("required") == (key.isRequired || isNeeded(key, kind)), "\(row)")
        }
    }

    // A constant field needs no type, so that the decoder checks it by itself.
    private func isNeeded(_ key: DialectKeys.Key, _ kind: MappingKind) -> Bool {
        kind == .field && key.name == "type"
    }

    @Test("every block of the reference is read without a diagnostic")
    func blocks() {
        var count = 0
        for (index, line) in lines.enumerated() where line == "```yaml" {
            count += 1
            let text = lines[(index + 1)...].prefix { $0 != "```" }.joined(separator: "\n")
            let marker = lines[index - 1]
            if marker.hasPrefix("<!-- file: ") { continue }
            #expect(marker.hasPrefix("<!-- kind: "), "the block of line \(index + 1) has no kind")
            check(text, as: String(marker.dropFirst(11).dropLast(4)))
        }
        #expect(count >= 18)
    }

    private func check(_ text: String, as kind: String) {
        var log = DecodingLog()
        let file = SourceFile(path: kind, text: text)
        guard let root = YAMLParser.parse(file, into: &log.diagnostics) else {
            Issue.record("\(DiagnosticFormatter(files: [file]).format(log.diagnostics.all))")
            return
        }
        TextGuard.check(root, into: &log)
        #expect(DialectFragment.decode(root, as: kind, into: &log), "no decoder for \(kind)")
        #expect(DiagnosticFormatter(files: [file]).format(log.diagnostics.all) == "")
    }

    @Test("the whole spec of the reference is valid")
    func wholeSpec() throws {
        let files = try ["api.yaml", "parcels.yaml"].map { name in
            let marker = try #require(lines.firstIndex(of: "<!-- file: \(name) -->"))
            let text = lines[(marker + 2)...].prefix { $0 != "```" }.joined(separator: "\n")
            return SourceFile(path: name, text: text)
        }
        var diagnostics = DiagnosticCollector()
        #expect(SpecReader.read(files, into: &diagnostics) != nil)
        #expect(DiagnosticFormatter(files: files).format(diagnostics.all) == "")
    }

    @Test("the known signatures of the reference's webhooks hold")
    func webhookVectors() throws {
        let marker = try #require(lines.firstIndex(of: "<!-- kind: webhook -->"))
        let text = lines[(marker + 2)...].prefix { $0 != "```" }.map { "  " + $0 }.joined(separator: "\n")
        let start = Located("A", at: SourceLocation(file: "a", line: 1, column: 1, endLine: 1, endColumn: 1))
        var (spec, log, definitions) = (Spec(api: start), DecodingLog(), DefinitionsDecoder())
        let file = SourceFile(path: "a.yaml", text: "webhooks:\n" + text)
        let root = try #require(YAMLParser.parse(file, into: &log.diagnostics))
        definitions.decode(root, file: "a.yaml", into: &spec, &log)
        #expect(spec.webhooks.map(\.value.vectors.count) == [2, 1, 1])
        let rules: [any ValidationRule] = [WebhookVectorsRule(), WebhookSignaturesRule()]
        for rule in rules { rule.check(ValidationContext(spec), into: &log.diagnostics) }
        #expect(DiagnosticFormatter(files: [file]).format(log.diagnostics.all) == "")
    }

    @Test("the blocks show every key at least once", arguments: MappingKind.allCases)
    func shown(_ kind: MappingKind) {
        let text = lines.enumerated().filter { !$0.element.hasPrefix("|") }.map(\.element).joined(separator: "\n")
        let open: [MappingKind] = [.api, .definitions, .resource, .errorCode]
        for key in DialectKeys.keys(of: kind) where !open.contains(kind) {
            let isShown = text.contains("\(key.name):") || key.name == "bodyHex" || kind == .sandboxErrors
            #expect(isShown, "no block shows '\(key.name)' of \(kind)")
        }
    }
}
