import SpecYAML

extension JudgedChange {
    /// Makes a change of what it is, what it means, and where both versions say it.
    init(
        _ change: SpecChange,
        _ finding: Finding,
        _ symbols: [SymbolChange],
        old: SourceLocation?,
        new: SourceLocation?
    ) {
        let directions =
            change.fact?.directions ?? (change.old?.directions ?? []).union(change.new?.directions ?? [])
        let texts = Self.texts(change)
        self.init(
            place: Self.place(change.owners.dropFirst() + [change.element]),
            summary: Self.summary(change),
            finding: finding,
            oldText: texts.old,
            newText: texts.new,
            oldLocation: old,
            newLocation: new,
            wire: finding.wire(directions),
            isBehaviour: finding.isBehaviour,
            symbols: symbols,
            key: change.fact?.key
        )
    }

    /// The element with what it stands in: `operation messages.send, body field phone`.
    private static func place(_ elements: some Collection<SpecElement>) -> String {
        var parts: [String] = []
        var owner = ""
        for element in elements {
            switch element.kind {
            case .resource where elements.count > 1, .model where elements.count > 1, .wordSet where elements.count > 1,
                .union where elements.count > 1:
                owner = element.name + "."
            default:
                parts.append("\(element.kind.rawValue) \(owner)\(element.name)")
                owner = ""
            }
        }
        return parts.joined(separator: ", ")
    }

    private static func texts(_ change: SpecChange) -> (old: String?, new: String?) {
        switch change.form {
        case .added(let element): (nil, line(element))
        case .removed(let element): (line(element), nil)
        case .differs(let old, let new, .renamed): (old.name, new.name)
        case .differs(_, _, .changed(let fact)): (fact.old?.text, fact.new?.text)
        case .differs(_, _, .reordered(_, let old, let new)): (old.joined(separator: ", "), new.joined(separator: ", "))
        }
    }

    /// An element in one line, as a spec would have it.
    private static func line(_ element: SpecElement) -> String {
        let silent = ["swift", "keys", "tag"]
        let facts = element.facts.filter { fact in
            fact.text != nil && ![.documentation, .sandbox].contains(fact.topic) && !silent.contains(fact.key)
        }
        let words = facts.map { "\($0.key): \($0.text ?? "")" }
        return words.isEmpty ? element.name : "\(element.name): {\(words.joined(separator: ", "))}"
    }

    private static func summary(_ change: SpecChange) -> String {
        switch change.form {
        case .added: "added"
        case .removed: "removed"
        case .differs(_, _, .renamed): "renamed"
        case .differs(_, _, .reordered(let kind, _, _)): "order of its \(kind.plural)"
        case .differs(_, _, .changed(let fact)): fact.key
        }
    }
}

extension ElementKind {
    fileprivate var plural: String { self == .client ? "clients" : rawValue + "s" }
}
