import Pipeline

/// Finds every difference between two trees of elements, each once.
struct ElementComparison {
    /// Definitions that have another name: the old names, and the new ones.
    let renames: [String: String]
    private(set) var changes: [SpecChange] = []

    init(_ old: SpecElement, _ new: SpecElement) {
        renames = Self.renames(old, new)
        compare(old, new, in: [])
    }

    /// Definitions without a partner of their name, which have the same names on the wire inside.
    private static func renames(_ old: SpecElement, _ new: SpecElement) -> [String: String] {
        var renames: [String: String] = [:]
        for kind in ElementKind.allCases where kind.isType {
            let pairs = ElementPairs(old.children.filter { $0.kind == kind }, new.children.filter { $0.kind == kind })
            for pair in pairs.pairs where pair.old.name != pair.new.name { renames[pair.old.name] = pair.new.name }
        }
        return renames
    }

    private mutating func compare(_ old: SpecElement, _ new: SpecElement, in owners: [SpecElement]) {
        if old.name != new.name, old.kind != .api { add(.renamed, old, new, owners) }
        compareFacts(old, new, owners)
        for kind in ElementKind.allCases {
            let (before, after) = (old.children.filter { $0.kind == kind }, new.children.filter { $0.kind == kind })
            guard !before.isEmpty || !after.isEmpty else { continue }
            let pairs = ElementPairs(before, after)
            for element in pairs.removed { add(.removed, element, nil, owners + [new]) }
            for element in pairs.added { add(.added, nil, element, owners + [new]) }
            compareOrder(pairs, kind, old, new, owners)
            for pair in pairs.pairs { compare(pair.old, pair.new, in: owners + [new]) }
        }
    }

    private mutating func compareFacts(_ old: SpecElement, _ new: SpecElement, _ owners: [SpecElement]) {
        for fact in new.facts where !isSaid(fact, old, new) {
            let before = old.fact(fact.key)
            if text(before) != fact.text { add(.changed(old: before, new: fact), old, new, owners) }
        }
        for fact in old.facts where new.fact(fact.key) == nil && fact.text != nil && !isSaid(fact, old, new) {
            add(.changed(old: fact, new: nil), old, new, owners)
        }
    }

    /// Whether another change says it: that the element has another name, or that what the fact is a part of is there at all.
    private func isSaid(_ fact: SpecFact, _ old: SpecElement, _ new: SpecElement) -> Bool {
        if fact.key == "swift" { return old.name != new.name }
        guard let dot = fact.key.lastIndex(of: ".") else { return false }
        let whole = String(fact.key[..<dot])
        return (old.fact(whole)?.text == nil) != (new.fact(whole)?.text == nil)
    }

    /// What is said, with the names that definitions have now.
    private func text(_ fact: SpecFact?) -> String? {
        guard let fact else { return nil }
        guard let name = fact.type?.leaf.text, let renamed = renames[name] else { return fact.text }
        return fact.text?.replacing(name, with: renamed)
    }

    private mutating func compareOrder(
        _ pairs: ElementPairs,
        _ kind: ElementKind,
        _ old: SpecElement,
        _ new: SpecElement,
        _ owners: [SpecElement]
    ) {
        guard kind.isOrdered else { return }
        let places = Dictionary(old.children.enumerated().map { ($1.key + $1.kind.rawValue, $0) }) { first, _ in first }
        let before = pairs.pairs.sorted { left, right in
            places[left.old.key + kind.rawValue, default: 0] < places[right.old.key + kind.rawValue, default: 0]
        }
        let (oldNames, newNames) = (before.map(\.new.name), pairs.pairs.map(\.new.name))
        if oldNames != newNames { add(.reordered(kind, old: oldNames, new: newNames), old, new, owners) }
    }

    private mutating func add(
        _ action: SpecChange.Action,
        _ old: SpecElement?,
        _ new: SpecElement?,
        _ owners: [SpecElement]
    ) {
        changes.append(SpecChange(action: action, owners: owners, old: old, new: new))
    }
}
