/// Which declarations of a module come from an element of its spec: one with everything inside it, or one of its parameters.
struct SymbolClaim: Sendable, Hashable {
    /// The name with its owners: `AcmeClient.Parcels.send`.
    let path: String
    /// The parameter's label.
    var label: String?

    /// How well it fits to a changed symbol; 0: not at all.
    func fit(_ change: SymbolChange) -> Int {
        if path == change.path {
            if let label { return label == change.label ? 3 : 0 }
            return change.label == nil ? 3 : 2
        }
        return label == nil && change.path.hasPrefix(path + ".") ? 1 : 0
    }
}
