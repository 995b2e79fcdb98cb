import Foundation
import SpecYAML
import Testing

@testable import Pipeline

/// The reference of the dialect, `spec/README.md`, says what the decoder knows.
@Suite struct ReferenceTests {
    private let lines: [String]

    init() throws {
        lines = try RecordedText("spec/README.md").text().components(separatedBy: "\n")
    }

    @Test("every table of the reference is the declaration's")
    func tables() throws {
        let page = ReferencePage(lines: lines)
        #expect(page.ids.sorted() == Dialect.mappings.map(\.id).sorted())
        try RecordedText("spec/README.md").expect(page.rewritten().joined(separator: "\n"))
    }

    @Test("every key says what it means, in a sentence")
    func meanings() {
        let keys = Dialect.mappings.flatMap { mapping in mapping.keys.map { (mapping.id, $0.name, $0.meaning) } }
        for (mapping, key, meaning) in keys { #expect(meaning.contains("."), "\(mapping), \(key)") }
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
        let markers = lines.indices.filter { lines[$0] == "<!-- kind: webhook -->" }
        let text = markers.flatMap { lines[($0 + 2)...].prefix { $0 != "```" } }.map { "  " + $0 }
            .joined(separator: "\n")
        var (spec, log) = (Spec(), DecodingLog())
        let file = SourceFile(path: "a.yaml", text: "webhooks:\n" + text)
        let root = try #require(YAMLParser.parse(file, into: &log.diagnostics))
        let member = YAMLMember(key: "", keyLocation: root.location, value: root)
        spec.definitions = try #require(DefinitionsSpec.dialect.decode(member, into: &log))
        #expect(spec.webhooks.map(\.value.vectors.count) == [2, 1, 1, 1, 1, 1, 1, 1, 1])
        let rules: [any ValidationRule] = [WebhookVectorsRule(), WebhookSignaturesRule()]
        for rule in rules { rule.check(ValidationContext(spec), into: &log.diagnostics) }
        #expect(DiagnosticFormatter(files: [file]).format(log.diagnostics.all) == "")
    }

    @Test("the blocks show every key at least once")
    func shown() {
        let text = lines.enumerated().filter { !$0.element.hasPrefix("|") }.map(\.element).joined(separator: "\n")
        let open = ["api", "definitions", "resource", "errorCode", "sandboxErrors"]
        for mapping in Dialect.mappings where !open.contains(mapping.id) {
            for key in mapping.keys.map(\.name) where key != "bodyHex" {
                let isShown = text.contains("\(key):")
                #expect(isShown, "no block shows '\(key)' of \(mapping.title)")
            }
        }
    }

}
