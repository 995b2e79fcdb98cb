import Pipeline

/// Finds every difference between two trees of elements, each once.
struct ElementComparison {
    /// Definitions that have another name: the old names, and the new ones.
    ///
    /// They are those without a partner of their name, which have the same names on the wire inside.
    let renames: [String: String]
    private(set) var changes: [SpecChange] = []

    init(_ old: SpecElement, _ new: SpecElement) {
        let groups = ElementGroup.all(old, new)
        let definitions = groups.filter(\.kind.isType).flatMap(\.pairs.pairs)
        let renamed = definitions.filter { $0.old.name != $0.new.name }.map { ($0.old.name, $0.new.name) }
        renames = Dictionary(renamed) { first, _ in first }
        compare(old, new, groups, in: [])
    }

    private mutating func compare(
        _ old: SpecElement,
        _ new: SpecElement,
        _ groups: [ElementGroup],
        in owners: [SpecElement]
    ) {
        if old.name != new.name, old.kind != .api { add(.renamed, old, new, owners) }
        compareFacts(old, new, owners)
        for group in groups {
            let inside = owners + [new]
            changes += group.pairs.removed.map { SpecChange(form: .removed($0), owners: inside) }
            changes += group.pairs.added.map { SpecChange(form: .added($0), owners: inside) }
            let order = group.order
            if group.kind.isOrdered, order.old != order.new {
                add(.reordered(group.kind, old: order.old, new: order.new), old, new, owners)
            }
            for pair in group.pairs.pairs {
                compare(pair.old, pair.new, ElementGroup.all(pair.old, pair.new), in: inside)
            }
        }
    }

    private mutating func compareFacts(_ old: SpecElement, _ new: SpecElement, _ owners: [SpecElement]) {
        for fact in new.facts where !isSaid(fact, old, new) {
            let before = old.fact(fact.key)
            if text(before) != fact.text { add(.changed(FactChange(from: before, to: fact)), old, new, owners) }
        }
        for fact in old.facts where new.fact(fact.key) == nil && fact.text != nil && !isSaid(fact, old, new) {
            add(.changed(FactChange(removed: fact)), old, new, owners)
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

    private mutating func add(
        _ difference: SpecChange.Difference,
        _ old: SpecElement,
        _ new: SpecElement,
        _ owners: [SpecElement]
    ) {
        changes.append(SpecChange(form: .differs(old: old, new: new, difference), owners: owners))
    }
}
