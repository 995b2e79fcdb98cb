import Foundation
import SpecYAML
import Testing

@testable import Pipeline

/// The specs of the tests are laid out as those of the repository are, so that an edit of one is a small diff.
@Suite struct FixtureLayoutTests {
    private static let tests = SpecFixture.folder.deletingLastPathComponent().deletingLastPathComponent()

    /// The YAML files of the tests; what is broken on purpose stands in fixtures.
    private static let files: [String] = {
        let paths = FileManager.default.enumerator(atPath: tests.path)?.compactMap { $0 as? String } ?? []
        return paths.filter { $0.hasSuffix(".yaml") }.sorted()
    }()

    @Test("every YAML file of the tests is laid out as `waybill format` does it")
    func layout() throws {
        #expect(Self.files.count > 20)
        for path in Self.files {
            let file = SourceFile(path: path, bytes: Array(try Data(contentsOf: Self.tests.appending(path: path))))
            var diagnostics = DiagnosticCollector()
            let text = try Pipeline.layout(of: file, into: &diagnostics)
            #expect(DiagnosticFormatter(files: [file]).format(diagnostics.all) == "")
            #expect(text == String(decoding: file.bytes, as: UTF8.self), "run `waybill format` on \(path)")
        }
    }

    @Test("what of a spec is JSON is said by its dialect, not by the name of a key")
    func json() {
        #expect(Dialect.isJSON(["operations", "send", "examples", "sent", "response"]))
        #expect(Dialect.isJSON(["webhooks", "Hook", "examples", "sent", "body"]))
        #expect(!Dialect.isJSON(["webhooks", "Hook", "vectors", "body"]))
        #expect(!Dialect.isJSON(["operations", "send", "examples", "sent", "arguments", "response"]))
        #expect(!Dialect.isJSON(["operations", "examples", "response"]))
    }
}
