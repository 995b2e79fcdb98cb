/// The parts of one kind that an element has in both versions.
struct ElementGroup {
    let kind: ElementKind
    /// In the order of the old version.
    let before: [SpecElement]
    let pairs: ElementPairs

    /// Every kind of which one of the versions has any.
    static func all(_ old: SpecElement, _ new: SpecElement) -> [ElementGroup] {
        let before = Dictionary(grouping: old.children, by: \.kind)
        let after = Dictionary(grouping: new.children, by: \.kind)
        return ElementKind.allCases.compactMap { kind in
            guard before[kind] != nil || after[kind] != nil else { return nil }
            let parts = before[kind] ?? []
            return ElementGroup(kind: kind, before: parts, pairs: ElementPairs(parts, after[kind] ?? []))
        }
    }

    /// The names that both versions have, as the new one has them, in the old order and in the new one.
    var order: (old: [String], new: [String]) {
        let places = Dictionary(before.enumerated().map { ($1.key, $0) }) { first, _ in first }
        let sorted = pairs.pairs.sorted { places[$0.old.key, default: 0] < places[$1.old.key, default: 0] }
        return (sorted.map(\.new.name), pairs.pairs.map(\.new.name))
    }
}
