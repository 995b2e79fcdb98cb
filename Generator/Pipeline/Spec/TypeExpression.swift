/// A type as the spec writes it: `string`, `list<Flow>?`, `map<string>`.
public indirect enum TypeExpression: Sendable, Hashable {
    /// A word of the dialect.
    case primitive(Primitive)
    /// A model, union or enum of the spec, or `ErrorCode`.
    case named(String)
    /// A list of values.
    case list(TypeExpression)
    /// An object whose keys are free.
    case map(TypeExpression)
    /// A list whose bad elements do not spoil the good ones.
    case batch(TypeExpression)
    /// A value that may be absent or null.
    case optional(TypeExpression)

    /// The words of the dialect for values without a definition.
    public enum Primitive: String, Sendable, CaseIterable {
        case string
        case int
        case double
        case bool
        /// An exact decimal number, from a number or from text.
        case decimal
        /// RFC 3339, with any fraction and with or without offset.
        case timestamp
        /// Text, or a whole number read as text.
        case id
        /// A JSON value of any kind.
        case json
        /// A JSON object of any members.
        case object
        /// Seconds since 1970, as a number or as text.
        case epoch = "timestamp.epoch"
        /// `Sep 23, 2024, 8:20:01 PM`, in UTC.
        case english = "timestamp.english"
        /// True or false, or the words for them in text: `"True"`.
        case textBool = "bool.text"
        /// A whole number, or its digits in text.
        case textInt = "int.text"
        /// A list of texts that stands on the wire as one text with commas.
        case commaList = "list.comma"
    }

    /// The type without its question mark.
    public var unwrapped: TypeExpression {
        if case .optional(let wrapped) = self { wrapped } else { self }
    }

    /// Whether the value may be absent or null.
    public var isOptional: Bool {
        if case .optional = self { true } else { false }
    }
}
