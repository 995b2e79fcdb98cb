import Foundation
import Testing

/// A file of the repository that a test makes: compared whole, or written where `RECORD_REFERENCE=1` asks for it.
struct RecordedText {
    private let path: String
    private let url: URL

    /// Names the file, from the root of the repository.
    init(_ path: String) {
        self.path = path
        url = SpecFixture.specs.deletingLastPathComponent().appendingPathComponent(path)
    }

    /// The text as it is now.
    func text() throws -> String { try String(contentsOf: url, encoding: .utf8) }

    /// Compares the file with what it has to be.
    func expect(_ expected: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws {
        if ProcessInfo.processInfo.environment["RECORD_REFERENCE"] == "1" {
            try Data(expected.utf8).write(to: url)
            return
        }
        let (old, new) = try (text().components(separatedBy: "\n"), expected.components(separatedBy: "\n"))
        let changes = new.difference(from: old).map { change in
            switch change {
            case .insert(_, let line, _): "+ \(line)"
            case .remove(_, let line, _): "- \(line)"
            }
        }
        let isCurrent = changes.isEmpty
        let message = "\(path) is not what the dialect says; run `make reference`:\n\(changes.joined(separator: "\n"))"
        #expect(isCurrent, "\(message)", sourceLocation: sourceLocation)
    }
}
