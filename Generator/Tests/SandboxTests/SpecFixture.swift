import Foundation
import Pipeline
import SpecYAML

/// The specs that the tests serve.
enum SpecFixture {
    struct Unreadable: Error {
        let diagnostics: String
    }

    /// An `api.yaml` of one client without credentials, whose resource is `things`.
    static let things = """
        waybill: 1
        api: Things
        clients:
          ThingsClient:
            servers: {live: "https://things.example"}
            auth: {}
            resources: [things]
        """

    /// A spec of the repository.
    static func repository(_ name: String) throws -> ResolvedAPI {
        var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        return try read(SpecFiles.load(folder: folder.appending(path: "spec/\(name)").path))
    }

    /// A golden spec of the generator's tests.
    static func golden(_ name: String) throws -> ResolvedAPI {
        let tests = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent()
        let folder = tests.appending(path: "PipelineTests/Fixtures/Golden/\(name)/spec")
        return try read(SpecFiles.load(folder: folder.path))
    }

    /// A spec of one test: the text of `api.yaml` and of one resource.
    static func inline(_ api: String, _ resource: String) throws -> ResolvedAPI {
        try read([SourceFile(path: "api.yaml", text: api), SourceFile(path: "things.yaml", text: resource)])
    }

    private static func read(_ files: [SourceFile]) throws -> ResolvedAPI {
        var diagnostics = DiagnosticCollector()
        guard let api = resolve(files, into: &diagnostics) else {
            throw Unreadable(diagnostics: "\(diagnostics)")
        }
        return api
    }
}
