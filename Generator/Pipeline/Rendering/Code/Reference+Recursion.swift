extension Reference where Definition == ResolvedUnion {
    /// Whether a value can hold another of its own type directly, not in a list or map, and so needs `indirect`.
    var isRecursive: Bool {
        var seen: Set<ResolvedType> = []
        var open = value.cases.map(\.type.unwrapped)
        while let type = open.popLast() {
            if type == .union(self) { return true }
            guard seen.insert(type).inserted else { continue }
            open += type.model?.fields.map(\.type.unwrapped) ?? []
            open += type.union?.cases.map(\.type.unwrapped) ?? []
        }
        return false
    }
}
