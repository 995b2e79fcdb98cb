/// A public declaration of a generated module.
struct SwiftDeclaration: Sendable, Hashable {
    struct Parameter: Sendable, Hashable {
        /// The label, `_` where there is none.
        let label: String
        let type: String
        /// What is taken where a call leaves it out.
        let defaultValue: String?
    }

    /// The word that declares it: `func`, `init`, `var`, `let`, `case`, `struct`, `enum`, `typealias`, `subscript`.
    let keyword: String
    /// The name with its owners.
    let path: String
    let isStatic: Bool
    /// Nil where it takes none.
    let parameters: [Parameter]?
    /// What follows name and parameters: effects, result, type or conformances.
    let rest: String
    /// Whether programs cannot know all cases: they need an `@unknown default`.
    let isNonexhaustive: Bool
    /// What it says to those who still use it.
    let deprecation: String?
    /// The declaration as it stands there, on one line.
    let text: String

    /// What tells overloads apart.
    var signature: String {
        let labels = parameters.map { "(\($0.map { $0.label + ":" }.joined()))" } ?? ""
        return (isStatic ? "static " : "") + path + labels
    }

    /// What overloads share.
    var family: String { (isStatic ? "static " : "") + path + (parameters == nil ? "" : "()") }

    /// The declaration with one of its parameters, if it has that, and without the others.
    func text(only label: String) -> String {
        guard let parameters, let place = parameters.firstIndex(where: { $0.label == label }) else {
            return "\(path)(…)"
        }
        let parameter = parameters[place]
        let value = parameter.defaultValue.map { " = \($0)" } ?? ""
        let around = [place > 0 ? "…, " : "", place < parameters.count - 1 ? ", …" : ""]
        return "\(path)(\(around[0])\(label): \(parameter.type)\(value)\(around[1]))"
    }

    /// The name of what it stands in.
    var owner: String { path.split(separator: ".").dropLast().joined(separator: ".") }
}
