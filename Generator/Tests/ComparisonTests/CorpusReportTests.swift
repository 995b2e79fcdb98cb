import Comparison
import Foundation
import Testing

/// What is said of each pair is recorded, and compared whole.
///
/// `CORPUS`, names with commas between them, takes those pairs alone.
@Suite struct CorpusReportTests {
    private static let pairs = {
        let chosen = ProcessInfo.processInfo.environment["CORPUS"]?.split(separator: ",").map(String.init)
        return Corpus.pairs.filter { chosen == nil || chosen == ["all"] || chosen?.contains($0.name) == true }
    }()

    @Test("Each pair is reported as recorded", arguments: pairs)
    func report(_ pair: CorpusPair) throws {
        let comparison = try Corpus.comparison(pair)
        let text = TextReport(isColoured: false).text([comparison])
        let file = Corpus.folder.appending(path: "reports/\(pair.name).txt")
        if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] == "1" {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(text == (try? String(contentsOf: file, encoding: .utf8)))
    }

    @Test("No two pairs have one name, and no report is left over")
    func names() throws {
        let names = Corpus.pairs.map(\.name)
        let folder = Corpus.folder.appending(path: "reports").path
        let recorded = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(Set(names.map { $0 + ".txt" }) == Set(recorded))
        #expect(Set(names).count == names.count)
        #expect(names.count >= 80)
    }

    @Test("A version that is compared with itself has no changes, and neither has another layout of it")
    func sameMeaning() throws {
        let base = try Corpus.baseAPI.get()
        #expect(Comparison(base, base).changes.isEmpty)
        #expect(Comparison(base, base).otherSymbols.isEmpty)
    }
}
