/// A type as the spec writes it: `string`, `list<Flow>?`, `map<string>`.
public indirect enum TypeExpression: Sendable, Hashable {
    case format(WireFormat)
    /// A model, union or enum of the spec, or `ErrorCode`.
    case named(String)
    case list(TypeExpression)
    /// An object whose keys are free.
    case map(TypeExpression)
    /// A list whose bad elements do not spoil the good ones.
    case batch(TypeExpression)
    /// A value that may be absent or null.
    case optional(TypeExpression)

    /// The type without its question mark.
    public var unwrapped: TypeExpression {
        if case .optional(let wrapped) = self { wrapped } else { self }
    }

    /// Whether the value may be absent or null.
    public var isOptional: Bool {
        if case .optional = self { true } else { false }
    }
}
