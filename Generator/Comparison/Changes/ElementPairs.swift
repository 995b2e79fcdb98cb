/// Which parts of an old version are which of the new one.
struct ElementPairs {
    /// A part of both versions.
    struct Pair {
        let old: SpecElement
        let new: SpecElement
    }

    /// In the order of the new version.
    private(set) var pairs: [Pair] = []
    private(set) var removed: [SpecElement] = []
    private(set) var added: [SpecElement] = []

    /// Finds the partners of one kind: by what they are known by, and what is left by what else they are alike in.
    init(_ old: [SpecElement], _ new: [SpecElement]) {
        removed = old
        for element in new {
            guard let place = removed.firstIndex(where: { $0.key == element.key }) else {
                added.append(element)
                continue
            }
            pairs.append(Pair(old: removed.remove(at: place), new: element))
        }
        pairRenamed()
        let order = Dictionary(new.enumerated().map { ($1.key, $0) }) { first, _ in first }
        pairs.sort { order[$0.new.key, default: 0] < order[$1.new.key, default: 0] }
    }

    /// A pair is one that has no rival on either side.
    private mutating func pairRenamed() {
        let counts = { (elements: [SpecElement]) in
            Dictionary(elements.compactMap(\.alias).map { ($0, 1) }, uniquingKeysWith: +)
        }
        let (gone, come) = (counts(removed), counts(added))
        for element in added {
            guard let alias = element.alias, !alias.isEmpty, gone[alias] == 1, come[alias] == 1,
                let place = removed.firstIndex(where: { $0.alias == alias })
            else { continue }
            pairs.append(Pair(old: removed.remove(at: place), new: element))
        }
        let partners = Set(pairs.map(\.new.key))
        added.removeAll { partners.contains($0.key) }
    }
}
