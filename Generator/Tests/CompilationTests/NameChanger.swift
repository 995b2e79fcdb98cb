import Pipeline
import SpecYAML

/// Gives a spec hostile names, as many as it is still accepted with.
enum NameChanger {
    /// The spec with other names, and what it means.
    ///
    /// One spec in eight has hostile names of types: those have a module of their own for the compiler, which takes longer.
    static func change(_ spec: RandomSpec, with chance: inout Chance) -> (spec: RandomSpec, api: ResolvedAPI)? {
        var changes: [(String, String)] = []
        let kinds: [RandomSpec.NameKind] = chance.once(in: 8) ? [.type, .resource, .member, .wire] : [.member, .wire]
        for kind in kinds {
            for name in spec.names[kind] ?? [] where !chance.once(in: 3) {
                changes.append((name, chance.one(of: HostileNames.all(kind))))
            }
        }
        for _ in 0..<8 {
            let changed = spec.renaming(changes)
            let (api, refusals) = changed.judged
            if let api { return (changed, api) }
            // What is refused says its name; where none does, half of the names have to go.
            let rest = changes.filter { change in !refusals.contains { $0.message.contains(change.1) } }
            changes =
                rest.count < changes.count ? rest : Array(changes.shuffled(using: &chance).prefix(changes.count / 2))
        }
        return spec.judged.api.map { (spec, $0) }
    }
}
