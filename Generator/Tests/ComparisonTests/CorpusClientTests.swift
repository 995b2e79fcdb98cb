import Foundation
import Pipeline
import Testing

/// The deployed client of the wire's witnesses is the one of the base spec.
@Suite struct CorpusClientTests {
    @Test("The compiled client is what the base spec says; RECORD_GOLDENS=1 rewrites it")
    func client() throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Client/Depot").path
        let folder = OutputFolder(path: path)
        let changes = try folder.changes(for: render(Corpus.baseAPI.get()).files)
        if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" { try folder.apply(changes) }
        #expect(changes.isEmpty, "look at each change:\n\(changes.map { $0.diff(in: ".") }.joined().prefix(20_000))")
    }
}
