import SpecYAML

@testable import Pipeline

/// A spec that is being made: its files, and the names in it that can still become others.
struct RandomSpec: Sendable, Hashable {
    /// What a name can be.
    enum NameKind: Sendable, Hashable {
        /// A type: a capital letter first.
        case type
        /// What becomes a property, a function or an argument by the author's own word.
        case member
        /// What stands on the wire: any text.
        case wire
    }

    /// The files by their names, without `.yaml`.
    var files: [SpecNode.Member]
    /// The names that stand in it, by what they can be.
    var names: [NameKind: [String]] = [:]

    /// The files as the tool reads them.
    var sources: [SourceFile] {
        files.map { SourceFile(path: "spec/probe/\($0.key).yaml", text: $0.value.written + "\n") }
    }

    /// What it means, or why it is refused.
    var judged: (api: ResolvedAPI?, refusals: [Diagnostic]) {
        var diagnostics = DiagnosticCollector()
        let api = resolve(sources, into: &diagnostics)
        return (api, diagnostics.all.filter { $0.severity == .error })
    }

    /// A spec that the tool accepts and that its author should better have written otherwise; nil where chance made none.
    static func accepted(_ seed: UInt64) -> (spec: RandomSpec, api: ResolvedAPI)? {
        var chance = Chance(seed: seed)
        // What chance makes a contradiction of is made anew.
        for _ in 0..<20 {
            let spec = SpecMaker.spec(of: seed, &chance)
            guard spec.judged.api != nil else { continue }
            return NameChanger.change(OptionSprinkler.sprinkle(spec, tries: 6, with: &chance), with: &chance)
        }
        return nil
    }

    /// The same with other names.
    func renaming(_ names: [(String, String)]) -> RandomSpec {
        var spec = self
        for place in files.indices {
            for (old, new) in names { spec.files[place].value = spec.files[place].value.replacing(old, with: new) }
        }
        return spec
    }

    /// The spec as its author would see it, one file after the other.
    var text: String { sources.map { "# \($0.path)\n\(String(decoding: $0.bytes, as: UTF8.self))" }.joined() }
}
