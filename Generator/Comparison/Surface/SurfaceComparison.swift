/// What has happened to the declarations of a module, and what that means for programs.
struct SurfaceComparison {
    private(set) var changes: [SymbolChange] = []
    private let old: [SwiftDeclaration]
    private let new: [SwiftDeclaration]

    init(_ old: SwiftSurface, _ new: SwiftSurface) {
        self.old = old.declarations
        self.new = new.declarations
        let nonexhaustive = Set(self.new.filter(\.isNonexhaustive).map(\.path))
        let kept = Set(self.old.map(\.path))
        for pair in pairs() {
            switch pair {
            case (let before?, let after?): compare(before, after)
            case (let before?, nil): add(before, nil, .breaks, "It is gone.")
            case (nil, let after?):
                added(after, isNewCase: after.keyword == "case" && kept.contains(after.owner), nonexhaustive)
            case (nil, nil): continue
            }
        }
    }

    /// Declarations of the same signature, and of those that are left the ones of the same name in their order.
    private func pairs() -> [(SwiftDeclaration?, SwiftDeclaration?)] {
        var left = old
        var pairs: [(SwiftDeclaration?, SwiftDeclaration?)] = []
        var open: [SwiftDeclaration] = []
        for declaration in new {
            if let place = left.firstIndex(where: { $0.signature == declaration.signature }) {
                pairs.append((left.remove(at: place), declaration))
            } else {
                open.append(declaration)
            }
        }
        for declaration in open {
            let place = left.firstIndex { $0.family == declaration.family }
            pairs.append((place.map { left.remove(at: $0) }, declaration))
        }
        return pairs + left.map { ($0, nil) }
    }

    private mutating func added(_ declaration: SwiftDeclaration, isNewCase: Bool, _ nonexhaustive: Set<String>) {
        guard isNewCase else { return add(nil, declaration, .adds, "It is new.") }
        if nonexhaustive.contains(declaration.owner) {
            add(nil, declaration, .warns, "A switch that names every case, with an `@unknown default`, warns.")
        } else {
            add(nil, declaration, .breaks, "A switch that names every case does not compile.")
        }
    }

    private mutating func compare(_ old: SwiftDeclaration, _ new: SwiftDeclaration) {
        if new.deprecation != nil, old.deprecation == nil { add(old, new, .warns, "Uses of it warn.") }
        compareParameters(old, new)
        guard old.rest != new.rest || old.keyword != new.keyword else { return }
        if ["struct", "enum"].contains(old.keyword), old.keyword == new.keyword {
            compareConformances(old, new)
        } else if old.keyword == "let", new.keyword == "var", old.rest == new.rest {
            add(old, new, .adds, "It can be set now.")
        } else {
            add(old, new, .breaks, "Its type is another one.")
        }
    }

    private mutating func compareConformances(_ old: SwiftDeclaration, _ new: SwiftDeclaration) {
        let names = { (text: String) in Set(text.split { $0 == "," || $0 == ":" || $0 == " " }) }
        let isKept = names(old.rest).isSubset(of: names(new.rest))
        add(old, new, isKept ? .adds : .breaks, isKept ? "It can do more." : "It no longer conforms to all it did.")
    }

    private mutating func compareParameters(_ old: SwiftDeclaration, _ new: SwiftDeclaration) {
        guard let before = old.parameters, let after = new.parameters else { return }
        if old.keyword == "case" {
            if before != after { add(old, new, .breaks, "What the case carries is another type.") }
            return
        }
        let common = before.map(\.label).filter { label in after.contains { $0.label == label } }
        let order = after.map(\.label).filter { label in before.contains { $0.label == label } }
        if common != order { add(old, new, .breaks, "Its arguments stand in another order.") }
        for parameter in before where !after.contains(where: { $0.label == parameter.label }) {
            add(old, new, .breaks, "It no longer takes `\(parameter.label)`.", parameter.label)
        }
        for parameter in after { compare(parameter, in: before, old, new) }
    }

    private mutating func compare(
        _ parameter: SwiftDeclaration.Parameter,
        in others: [SwiftDeclaration.Parameter],
        _ old: SwiftDeclaration,
        _ new: SwiftDeclaration
    ) {
        let label = parameter.label
        guard let other = others.first(where: { $0.label == label }) else {
            let isOptional = parameter.defaultValue != nil
            let reason = isOptional ? "It takes `\(label)`." : "It has to be given `\(label)`."
            return add(old, new, isOptional ? .adds : .breaks, reason, label)
        }
        if other.type != parameter.type {
            let isWider = parameter.type == other.type + "?"
            let reason = "It takes `\(label)` as `\(parameter.type)`, not `\(other.type)`."
            add(old, new, isWider ? .adds : .breaks, reason, label)
        }
        if other.defaultValue != nil, parameter.defaultValue == nil {
            add(old, new, .breaks, "It has to be given `\(label)`.", label)
        } else if other.defaultValue == nil, parameter.defaultValue != nil {
            add(old, new, .adds, "It can do without `\(label)`.", label)
        }
    }

    private mutating func add(
        _ old: SwiftDeclaration?,
        _ new: SwiftDeclaration?,
        _ verdict: SwiftVerdict,
        _ reason: String,
        _ label: String? = nil
    ) {
        guard let path = (new ?? old)?.path else { return }
        changes.append(
            SymbolChange(
                path: path,
                label: label,
                old: label.flatMap { old?.text(only: $0) } ?? old?.text,
                new: label.flatMap { new?.text(only: $0) } ?? new?.text,
                verdict: verdict,
                reason: reason
            )
        )
    }
}
