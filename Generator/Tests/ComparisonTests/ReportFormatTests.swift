import Foundation
import Testing
import WaybillJSON

@testable import Comparison

#if canImport(FoundationXML)
import FoundationXML
#endif

/// One comparison in every format, recorded; other readers of the formats judge them.
@Suite struct ReportFormatTests {
    private static let names = [
        "required-body-field-added", "word-renamed-in-swift", "retry-after-cap-changed", "answer-field-added",
        "documentation-of-an-operation",
    ]

    /// Several pairs at once.
    private static func comparison() throws -> Comparison {
        let pairs = names.compactMap { name in Corpus.pairs.first { $0.name == name } }
        let pair = CorpusPair(name: "several", edits: pairs.flatMap(\.edits))
        return try Corpus.comparison(pair)
    }

    private static func expect(_ text: String, isRecordedAs name: String) throws {
        let file = Corpus.folder.appending(path: "formats/\(name)")
        if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] == "1" {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(text == (try? String(contentsOf: file, encoding: .utf8)))
    }

    @Test("Markdown says first what breaks, and folds the rest")
    func markdown() throws {
        try Self.expect(MarkdownReport().text([Self.comparison()]), isRecordedAs: "report.md")
        #expect(MarkdownReport().text([]) == "No changes of the specs.\n")
    }

    @Test("Text has colours only where it is asked for")
    func text() throws {
        let plain = try TextReport(isColoured: false).text([Self.comparison()])
        let coloured = try TextReport(isColoured: true).text([Self.comparison()])
        #expect(!plain.contains("\u{1B}"))
        #expect(coloured.replacing(#/\x1B\[\d+m/#, with: "") == plain)
        try Self.expect(plain, isRecordedAs: "report.txt")
    }

    @Test("JSON is read by Foundation, and has each change with its verdicts and places")
    func json() throws {
        let text = try JSONReport().text([Self.comparison()])
        let root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(root["waybillDiff"] as? Int == 1)
        let apis = try #require(root["apis"] as? [[String: Any]])
        let changes = try #require(apis.first?["changes"] as? [[String: Any]])
        #expect(try changes.count == Self.comparison().changes.count)
        #expect(changes.allSatisfy { $0["id"] is String && $0["wire"] is String && $0["symbols"] is [Any] })
        try Self.expect(text, isRecordedAs: "report.json")
    }

    @Test("JUnit is read by Foundation's parser of XML, with a failure for each change that breaks")
    func junit() throws {
        let text = try JUnitReport().text([Self.comparison()])
        let parser = XMLParser(data: Data(text.utf8))
        #expect(parser.parse())
        #expect(
            try text.components(separatedBy: "<failure ").count - 1 == Self.comparison().changes.filter(\.breaks).count
        )
        try Self.expect(text, isRecordedAs: "report.xml")
    }

    @Test("Annotations are one line each, whatever stands in them")
    func annotations() throws {
        let text = try AnnotationReport().text([Self.comparison()])
        #expect(text.split(separator: "\n").allSatisfy { $0.hasPrefix("::") })
        try Self.expect(text, isRecordedAs: "report.annotations.txt")
    }

    @Test("A changelog has an entry for each change that somebody notices")
    func changelog() throws {
        try Self.expect(ChangelogReport().text([Self.comparison()]), isRecordedAs: "changelog.md")
    }
}
