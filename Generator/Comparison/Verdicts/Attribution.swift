/// Finds the change of the spec that each change of a declaration comes from.
struct Attribution {
    private let changes: [SpecChange]
    /// What no change of the spec explains.
    private(set) var rest: [SymbolChange] = []

    init(_ changes: [SpecChange]) {
        self.changes = changes
    }

    /// The changed declarations of each change, in the order of the changes.
    mutating func assign(_ symbols: [SymbolChange]) -> [[SymbolChange]] {
        var assigned = changes.map { _ in [SymbolChange]() }
        for symbol in symbols {
            let fits = changes.map { Self.fit(symbol, $0) }
            guard let best = fits.max(), best > 0 else {
                rest.append(symbol)
                continue
            }
            for index in changes.indices where fits[index] == best { assigned[index].append(symbol) }
        }
        return assigned
    }

    /// How well a change of the spec explains one of a declaration; 0: not at all.
    private static func fit(_ symbol: SymbolChange, _ change: SpecChange) -> Int {
        if let fact = change.fact, !fact.topic.isInSwift { return 0 }
        let claims = (change.old?.symbols ?? []) + (change.new?.symbols ?? [])
        let own = claims.map { $0.fit(symbol) }.max() ?? 0
        if own > 0 { return own * 2 + 1 }
        guard change.element.kind.isType else { return 0 }
        // A definition with another name changes all that mentions it.
        let text = " \(symbol.old ?? "") \(symbol.new ?? "") "
        let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
        return claims.contains { claim in claim.label == nil && words.contains(Substring(claim.path)) } ? 1 : 0
    }
}
