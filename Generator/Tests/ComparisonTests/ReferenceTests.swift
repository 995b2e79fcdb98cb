import Foundation
import Testing

@testable import Comparison

/// The pages about comparisons show what the code and the corpus have; RECORD_REFERENCE=1 writes them.
@Suite struct ReferenceTests {
    @Test("spec/DIFF.md has the table of severities")
    func table() throws {
        let page = try Page("DIFF.md")
        let rest = page.text.components(separatedBy: "<!-- findings -->\n")
        try #require(rest.count == 2)
        let behind = rest[1].split(separator: "\n", omittingEmptySubsequences: false).drop { $0.hasPrefix("|") }
        let lines = Finding.table + behind.map(String.init)
        try page.expect(rest[0] + "<!-- findings -->\n" + lines.joined(separator: "\n"))
    }

    @Test("spec/README.md shows reviewers ten changes, with the verdicts of the comparison")
    func reviews() throws {
        let page = try Page("README.md")
        let (begin, end) = ("<!-- reviews -->\n", "<!-- end of reviews -->\n")
        let parts = page.text.components(separatedBy: begin)
        try #require(parts.count == 2)
        let behind = parts[1].components(separatedBy: end)
        try #require(behind.count == 2)
        let reviews = try Corpus.reviews()
        #expect(reviews.count == 10)
        let shown = try reviews.enumerated().flatMap { try lines(of: $1, number: $0 + 1) }
        try page.expect(parts[0] + begin + shown.joined(separator: "\n") + "\n" + end + behind[1])
    }

    private func lines(of review: ReviewedChange, number: Int) throws -> [String] {
        let comparison = try Corpus.comparison(review.pair)
        return ["**\(number). \(review.title).** \(review.ask)", "", "```diff"]
            + (try Corpus.hunks(of: review.pair)) + ["```", "", "`waybill diff`: \(verdicts(comparison)).", ""]
    }

    /// The worst of each verdict, and the version that is owed.
    private func verdicts(_ comparison: Comparison) -> String {
        let wire = comparison.changes.map(\.wire).max() ?? .none
        let swift = comparison.changes.map(\.swift).max() ?? .none
        let verdicts = [
            wire == .none ? nil : "wire \(wire.rawValue)", swift == .none ? nil : "Swift \(swift.rawValue)",
            comparison.changes.contains(where: \.isBehaviour) ? "behaviour changes" : nil,
        ].compactMap(\.self)
        let said = verdicts.isEmpty ? "no verdict" : verdicts.joined(separator: ", ")
        return "\(said); \(comparison.owedVersion.sentence)"
    }

    /// A page of `spec`.
    private struct Page {
        let text: String
        private let url: URL

        init(_ name: String) throws {
            url = Corpus.folder.appending(path: "../../../../spec/\(name)").standardized
            text = try String(contentsOf: url, encoding: .utf8)
        }

        func expect(_ whole: String) throws {
            if ProcessInfo.processInfo.environment["RECORD_REFERENCE"] == "1" {
                try whole.write(to: url, atomically: true, encoding: .utf8)
            } else {
                #expect(text == whole, "run `make reference`")
            }
        }
    }
}
