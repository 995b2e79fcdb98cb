import Comparison
import Foundation
import Pipeline
import SpecYAML

/// Two versions of some specs.
struct ComparedVersions {
    private typealias Spec = (name: String, files: [SourceFile], accepted: SourceFile?)

    private let old: [Spec]
    private let new: [Spec]

    /// Reads both versions; without an old one, the commit from which HEAD has left the default branch.
    init(old: String?, new: String?, specs: [String]) throws {
        let repository = GitRepository(folder: ".")
        let before =
            try old.map { try SpecVersion.named($0, in: repository) }
            ?? SpecVersion.revision(repository.mergeBase(), "spec", repository)
        let after = try new.map { try SpecVersion.named($0, in: repository) } ?? .folder("spec")
        var (old, new) = (try before.specs(), try after.specs())
        // Two specs, whatever their folders are called.
        if old.count == 1, new.count == 1 { old[0].name = new[0].name }
        for name in specs where !(old + new).contains(where: { $0.name == name }) {
            throw ToolError("neither \(before.shown) nor \(after.shown) has a spec \(name)")
        }
        let isWanted = { (spec: Spec) in specs.isEmpty || specs.contains(spec.name) }
        self.old = old.filter(isWanted)
        self.new = new.filter(isWanted)
    }

    /// What has changed, one comparison for each spec, in the order of their names.
    /// - Parameter today: The present day, as `2026-11-22`.
    /// - Throws: The exit code of a spec error, after everything that is wrong was printed.
    func comparisons(today: String) throws -> [Comparison] {
        let names = Set((old + new).map(\.name)).sorted()
        return try names.map { name in
            let (before, after) = (old.first { $0.name == name }, new.first { $0.name == name })
            var comparison =
                switch (try before.map(Self.resolve), try after.map(Self.resolve)) {
                case (let old?, let new?):
                    Comparison(old, new, oldFiles: before?.files ?? [], newFiles: after?.files ?? [])
                case (nil, let new?): Comparison(added: new)
                case (let old?, nil): Comparison(removed: old)
                case (nil, nil): throw ToolError("there is no spec \(name)")
                }
            if let file = after?.accepted { try Self.silence(&comparison, by: file, today) }
            return comparison
        }
    }

    private static func resolve(_ spec: Spec) throws -> ResolvedAPI {
        var diagnostics = DiagnosticCollector()
        let api = Pipeline.resolve(spec.files, into: &diagnostics)
        try SpecFolders.report(diagnostics, of: spec.files, consequence: "nothing was compared")
        guard let api else { throw ToolError("\(spec.name) cannot be read") }
        return api
    }

    /// Takes out what is accepted, and says of each acceptance that does nothing why.
    private static func silence(_ comparison: inout Comparison, by file: SourceFile, _ today: String) throws {
        var diagnostics = DiagnosticCollector()
        let accepted = AcceptedChange.read(file, into: &diagnostics)
        try SpecFolders.report(diagnostics, of: [file], consequence: "nothing was compared")
        for change in accepted {
            guard let note = note(on: change, comparison.changes, today) else { continue }
            StandardError.print("\(change.location.file):\(change.location.line): note: \(note)")
        }
        let held = Set(accepted.filter { !$0.isExpired(on: today) }.map(\.id))
        comparison.silence { held.contains($0.id) }
    }

    /// Why an acceptance does nothing; nil where it does something.
    private static func note(on accepted: AcceptedChange, _ changes: [JudgedChange], _ today: String) -> String? {
        if accepted.isExpired(on: today) { return "'\(accepted.id)' was accepted until \(accepted.until)" }
        if changes.contains(where: { $0.id == accepted.id }) { return nil }
        guard let other = changes.first(where: { $0.subject == accepted.subject }) else {
            return "there is no change '\(accepted.id)'; take the entry out"
        }
        return "'\(accepted.id)' is accepted, but the change is '\(other.id)', which is not"
    }
}
