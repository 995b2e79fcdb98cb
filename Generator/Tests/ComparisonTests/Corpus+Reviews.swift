import Comparison
import Foundation
import SpecYAML

@testable import Pipeline

/// A pair that shows reviewers a kind of change, and what they ask.
struct ReviewedChange: Sendable {
    let pair: CorpusPair
    let title: String
    let ask: String
}

extension Corpus {
    /// The changes that come most often, in the order of their file.
    static func reviews() throws -> [ReviewedChange] {
        let file = SourceFile(
            path: "reviews.yaml",
            bytes: Array(try Data(contentsOf: folder.appending(path: "reviews.yaml")))
        )
        var diagnostics = DiagnosticCollector()
        let members = YAMLParser.parse(file, into: &diagnostics)?.mapping ?? []
        return try members.map { member in
            guard let pair = pairs.first(where: { $0.name == member.key }) else {
                throw CorpusFault(member.key, "no pair")
            }
            return ReviewedChange(
                pair: pair,
                title: member.value["title"]?.scalar?.text ?? "",
                ask: member.value["ask"]?.scalar?.text ?? ""
            )
        }
    }

    /// What a pair changes, as a reviewer sees it.
    static func hunks(of pair: CorpusPair) throws -> [String] {
        let new = try files(of: pair)
        return base.flatMap { old -> [String] in
            let after = new.first { $0.path == old.path }
            let diff = UnifiedDiff(old: text(old), new: after.map(text), path: old.path).text
            return diff.split(separator: "\n").map { $0 == " " ? "" : String($0) }
        }
    }

    private static func text(_ file: SourceFile) -> String { String(decoding: file.bytes, as: UTF8.self) }
}
