import Foundation

@testable import SpecYAML

/// What readers of YAML make of one text, each in the notation of `Tests/YAMLReaders/record.py`.
struct RecordedReading: CustomStringConvertible {
    let text: String
    /// What Waybill makes of it: its notation, or the rules that refuse it.
    let own: String?
    /// What the others make of it; `error` where one cannot read it.
    let others: [String: String]
    /// The file that the text stands in, if it is one.
    let path: String?

    var description: String { path ?? text.debugDescription }

    /// Whether all others read it, and alike.
    var isAgreed: Bool { Set(others.values).count == 1 && !others.values.contains("error") }
}

extension RecordedReading {
    /// The folder of the repository.
    static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The readings of a file.
    static func read(_ url: URL) throws -> [RecordedReading] {
        let rows = try JSONDecoder().decode([[String: String]].self, from: Data(contentsOf: url))
        return rows.map { row in
            let others = row.filter { !["text", "Waybill", "path"].contains($0.key) }
            return RecordedReading(text: row["text"] ?? "", own: row["Waybill"], others: others, path: row["path"])
        }
    }
}
