import SpecYAML

@testable import Pipeline

/// A spec that is being made: its files, and the names in it that can still become others.
struct RandomSpec: Sendable, Hashable {
    /// What a name can be.
    enum NameKind: Sendable, Hashable {
        /// A type: a capital letter first.
        case type
        /// A resource: a property of a client, and a type inside it.
        case resource
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

    /// How many specs differ in their names alone: names are quicker to change than a spec is to make.
    static let namings: UInt64 = 8

    /// The spec of a seed that its namings have in common; nil where chance made none.
    static func base(of seed: UInt64) -> RandomSpec? {
        var chance = Chance(seed: seed / namings)
        // What chance makes a contradiction of is made anew.
        for _ in 0..<20 {
            let spec = SpecMaker.spec(of: seed / namings, &chance)
            guard spec.judged.api != nil else { continue }
            return OptionSprinkler.sprinkle(spec, tries: 8, with: &chance)
        }
        return nil
    }

    /// A spec that the tool accepts and that its author should better have written otherwise, from what its namings have in
    /// common.
    func named(_ seed: UInt64) -> (spec: RandomSpec, api: ResolvedAPI)? {
        let number = seed / Self.namings
        // No name of one naming stands in another.
        let changes = [("T\(number)q", "T\(seed)q"), ("m\(number)q", "m\(seed)q")]
        var spec = renaming(changes)
        spec.names = names.mapValues { names in
            names.map { name in changes.reduce(name) { $0.replacing($1.0, with: $1.1) } }
        }
        var chance = Chance(seed: ~seed)
        return NameChanger.change(spec, with: &chance)
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
