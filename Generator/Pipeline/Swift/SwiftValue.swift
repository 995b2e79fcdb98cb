import WaybillJSON

/// A value as generated code writes it: a default, or an argument of an example.
indirect enum SwiftValue: Sendable, Hashable {
    case none
    case bool(Bool)
    case number(String)
    case string(String)
    /// A date, as RFC 3339 text; only examples have it, like the next one.
    case date(String)
    /// A date, as seconds since 1970.
    case epoch(String)
    /// A decimal number with its digits.
    case decimal(String)
    case list([SwiftValue])
    case map([Member])
    /// A word that has a name; the type is there where the name alone can mean another.
    case word(type: SwiftIdentifier?, SwiftIdentifier)
    case unnamedWord(type: SwiftIdentifier, text: String)
    /// A word that is a number, and has no name.
    case unnamedNumber(type: SwiftIdentifier, digits: String)
    case model(type: SwiftIdentifier, [Argument])
    /// A case of a union, like a word.
    case union(type: SwiftIdentifier?, SwiftIdentifier, SwiftValue)
    /// A file of the runtime.
    case file([Argument])
    /// A value of JSON, written as a literal.
    case json(JSONValue)

    /// A key of a map and its value.
    struct Member: Sendable, Hashable {
        let key: String
        let value: SwiftValue
    }

    struct Argument: Sendable, Hashable {
        let label: SwiftIdentifier
        let value: SwiftValue
    }
}
