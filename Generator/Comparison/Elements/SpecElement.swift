package import SpecYAML

/// A part of a spec as a comparison sees it: what it is known by, what is said of it, and what stands inside it.
package struct SpecElement: Sendable {
    package let kind: ElementKind
    /// The name in the spec.
    package let name: String
    /// What it is known by in both versions: the name on the wire, where it has one.
    let key: String
    /// What it is known by where its name has changed; nil: by nothing.
    var alias: String?
    package let location: SourceLocation
    /// Which ways its values go.
    var directions: Set<Direction> = []
    /// Whether who sends it can leave it out.
    var isOptional = false
    /// Whether the client writes something where its user gives nothing.
    var isFilled = false
    var facts: [SpecFact] = []
    var children: [SpecElement] = []
    /// The declarations in Swift that come from it.
    var symbols: [SymbolClaim] = []

    init(_ kind: ElementKind, _ name: String, key: String? = nil, at location: SourceLocation) {
        self.kind = kind
        self.name = name
        self.key = key ?? name
        self.location = location
    }

    func fact(_ key: String) -> SpecFact? { facts.first { $0.key == key } }
}
