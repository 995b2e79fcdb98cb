extension TypeExpression {
    /// The type as the spec writes it.
    var text: String {
        switch self {
        case .format(let format): format.word
        case .named(let name): name
        case .list(let inner): "list<\(inner.text)>"
        case .batch(let inner): "batch<\(inner.text)>"
        case .map(let inner): "map<\(inner.text)>"
        case .optional(let inner): inner.text + "?"
        }
    }

    /// What a list or batch is made of.
    var element: TypeExpression? {
        switch self {
        case .list(let element), .batch(let element): element
        default: nil
        }
    }
}
