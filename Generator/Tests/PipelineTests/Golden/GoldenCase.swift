import Foundation
import SpecYAML

@testable import Pipeline

/// A spec together with the folder that holds what the generator makes of it.
struct GoldenCase: Sendable, CustomStringConvertible {
    let description: String
    /// The folder of the spec's files, and the name under which headers and diagnostics show it.
    let specFolder: String
    let shownAs: String
    /// The folder of the module.
    let moduleFolder: String
    /// The folder of the module's generated tests.
    let testFolder: String

    private static let tests = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent()
    private static let repository = tests.deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// A spec of this repository and its module under `Sources`.
    static func published(_ module: String) -> GoldenCase {
        let name = module.lowercased()
        return GoldenCase(
            description: module,
            specFolder: repository.appendingPathComponent("spec/\(name)").path,
            shownAs: "spec/\(name)",
            moduleFolder: repository.appendingPathComponent("Sources/\(module)").path,
            testFolder: repository.appendingPathComponent("Tests/\(module)Tests/Generated").path
        )
    }

    /// A spec that uses what the published ones do not.
    static let courier = golden("Courier")

    /// A spec whose failures are of another kind: an API says once how they look.
    static let ledger = golden("Ledger")

    /// Parts of public APIs whose vendors publish examples and signatures, as a user would write them.
    static let publicAPIs = ["GitHub", "SendGrid", "Twilio"].map(golden)

    /// Every spec that is golden by itself.
    static let all = [courier, ledger] + publicAPIs

    private static func golden(_ module: String) -> GoldenCase {
        GoldenCase(
            description: module,
            specFolder: folder("\(module)/spec"),
            shownAs: "spec/\(module.lowercased())",
            moduleFolder: folder("\(module)/\(module)"),
            testFolder: folder("\(module)/\(module)Tests/Generated")
        )
    }

    /// A folder of the golden files.
    static func folder(_ path: String) -> String { tests.appendingPathComponent("Fixtures/Golden/\(path)").path }

    /// What the generator makes of it, and what it says.
    func generated() throws -> (module: GeneratedModule?, diagnostics: String) {
        var diagnostics = DiagnosticCollector()
        let module = generate(try files, into: &diagnostics)
        return (module, try DiagnosticFormatter(files: files).format(diagnostics.all))
    }

    /// The spec without errors, or nil.
    var spec: Spec? {
        var diagnostics = DiagnosticCollector()
        return (try? files).flatMap { SpecReader.read($0, into: &diagnostics)?.spec }
    }

    /// The spec's files.
    var files: [SourceFile] {
        get throws { try SpecFiles.load(folder: specFolder, shownAs: shownAs) }
    }
}
