import Foundation
import Pipeline

/// The line of a package's manifest that names a generated client: `client("Name", with: webhooks)`.
enum ManifestLine {
    /// Checks the manifest beside the folder of the sources, where there is one with such a line for the module.
    ///
    /// A package with a manifest of another form is left alone: there the compiler says which module is missing.
    /// - Throws: ``Failure`` with the line as it has to be.
    static func check(_ module: GeneratedModule, sources: String) throws {
        let file = URL(fileURLWithPath: sources).deletingLastPathComponent().appending(path: "Package.swift")
        guard let manifest = try? String(contentsOf: file, encoding: .utf8) else { return }
        let name = "\"\(module.name)\""
        let parts = module.parts.map { $0.rawValue }.joined(separator: ", ")
        let expected = parts.isEmpty ? "client(\(name))" : "client(\(name), with: \(parts))"
        for (number, line) in manifest.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let call = line.drop(while: \.isWhitespace).prefix { $0 != ")" } + ")"
            guard call.hasPrefix("client(\(name)"), call != expected else { continue }
            throw ToolError("Package.swift:\(number + 1): \(module.name) needs `\(expected)`, and this is `\(call)`")
        }
    }
}
