/// A type of generated code, together with its format on the wire.
indirect enum SwiftType: Sendable, Hashable {
    case string
    case int
    case double
    case bool
    /// `Decimal`, from a number or from text.
    case decimal
    /// `Date`, in RFC 3339 on the wire.
    case date
    /// `Date`, in seconds since 1970 on the wire.
    case epoch
    /// `Date`, in the form `Sep 23, 2024, 8:20:01 PM`.
    case english
    /// `Bool`, true and false also as text.
    case textBool
    /// `Int`, its digits also as text.
    case textInt
    /// `[String]`, one text with commas on the wire.
    case commaList
    /// `String`, from text or from a whole number.
    case identifier
    /// `JSONValue`.
    case json
    /// `JSONObject`.
    case object
    /// An open set of words.
    case word(SwiftIdentifier)
    /// A struct of this module.
    case model(SwiftIdentifier)
    /// An enum of this module whose cases have payloads.
    case union(SwiftIdentifier)
    case list(SwiftType)
    case map(SwiftType)
    /// `Batch`: a list whose bad elements do not spoil the good ones.
    case batch(SwiftType)
    case optional(SwiftType)

    /// The type without its question mark.
    var unwrapped: SwiftType {
        if case .optional(let wrapped) = self { wrapped } else { self }
    }

    /// Whether nil is a value.
    var isOptional: Bool {
        if case .optional = self { true } else { false }
    }

    /// Whether several values stand in it, which can be counted.
    var isList: Bool {
        switch self {
        case .list, .batch, .commaList: true
        default: false
        }
    }

    /// The innermost type: the element of a list, the value of a map.
    var leaf: SwiftType {
        switch self {
        case .list(let element), .map(let element), .batch(let element), .optional(let element): element.leaf
        default: self
        }
    }

    /// The types that the file needs from Foundation.
    var foundationTypes: Set<FoundationType> {
        switch leaf {
        case .date, .epoch, .english: [.date]
        case .decimal: [.decimal]
        default: []
        }
    }
}

/// A type that generated code takes from Foundation.
enum FoundationType: Int, Sendable, Hashable, CaseIterable {
    case date
    case decimal
}
