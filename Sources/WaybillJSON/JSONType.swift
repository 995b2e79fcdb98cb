/// The kinds of value in a JSON document (RFC 8259, section 3), told apart by the first byte.
@_spi(Generated) public enum JSONType: Sendable, Hashable {
    /// The literal `null`, which is a value of its own.
    case null
    /// The literals `true` and `false`.
    case bool
    /// A number, whole or not.
    case number
    /// A string of Unicode text.
    case string
    /// An array of any values.
    case array
    /// An object: members with a name each.
    case object
    /// A byte that begins no value, or the end of the document.
    case invalid

    /// Whether values of this kind have values in them.
    var isContainer: Bool { self == .array || self == .object }

    /// The kind of value that a byte begins.
    init(firstByte: UInt8) {
        switch firstByte {
        case UInt8(ascii: "n"): self = .null
        case UInt8(ascii: "t"), UInt8(ascii: "f"): self = .bool
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): self = .number
        case UInt8(ascii: "\""): self = .string
        case UInt8(ascii: "["): self = .array
        case UInt8(ascii: "{"): self = .object
        default: self = .invalid
        }
    }

    /// The word that error messages use.
    var word: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        case .invalid: "no value"
        }
    }
}
