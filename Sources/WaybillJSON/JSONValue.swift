/// Any value of JSON (RFC 8259, section 3).
///
/// Numbers keep their digits and objects their order, so that reading and writing changes nothing but white space and
/// the spelling of escapes.
///
/// A value takes 24 bytes, beside what its text or its elements take. Writing, comparing and hashing need no stack,
/// however deep a value is; releasing it does, at each level, as everywhere in Swift. Nothing that is read is too deep
/// for that (``JSONParsingOptions/deepestAllowed``). A program that nests values by the thousand has to take them apart
/// by itself, from the outside in.
public enum JSONValue: Sendable {
    /// The literal `null`, which is a value of its own.
    case null
    /// The literals `true` and `false`.
    case bool(Bool)
    /// A number with its digits.
    case number(JSONNumber)
    /// A string, its escapes resolved.
    case string(String)
    /// An array, in its order.
    case array([JSONValue])
    /// An object with its members in order.
    case object(JSONObject)

    /// Reads a document from bytes: exactly the grammar of RFC 8259, in UTF-8, without a byte order mark.
    /// - Throws: The first fault, with its path and offset.
    public init(parsing bytes: some Sequence<UInt8>, options: JSONParsingOptions = .init()) throws(JSONError) {
        self = try JSONReader.run(Array(bytes), options) { $0.value() }
    }

    /// Reads a document from text.
    /// - Throws: The first fault, with its path and offset in bytes of UTF-8.
    public init(parsing text: String, options: JSONParsingOptions = .init()) throws(JSONError) {
        try self.init(parsing: text.utf8, options: options)
    }

    /// The paths of the keys that an object of the document names more than once, in order, one for each repetition.
    ///
    /// The parser lets the last one win unless its options refuse them; this tells whether there was a choice.
    /// - Throws: The first fault, if the document is not JSON.
    public static func duplicateKeys(
        in bytes: some Sequence<UInt8>,
        maximumDepth: Int = 128
    ) throws(JSONError) -> [String] {
        try JSONReader.run(Array(bytes), .init(maximumDepth: maximumDepth)) { reader in
            reader.duplicatePaths = []
            return reader.value() == nil ? nil : reader.duplicatePaths
        }
    }

    /// The value as compact JSON; the same value always gives the same bytes.
    public func serialized() -> [UInt8] {
        var writer = JSONWriter()
        writer.value(self)
        return writer.bytes
    }
}

extension JSONValue {
    /// Whether this is null.
    public var isNull: Bool { self == .null }

    /// The string, if this is one.
    public var stringValue: String? {
        if case .string(let value) = self { value } else { nil }
    }

    /// The number as an integer, if this is a whole number that fits.
    public var intValue: Int? {
        if case .number(let value) = self { value.int } else { nil }
    }

    /// The number as the nearest double, if this is a number that is not too large for one.
    public var doubleValue: Double? {
        if case .number(let value) = self { value.double } else { nil }
    }

    /// The number with its digits, if this is one.
    public var numberValue: JSONNumber? {
        if case .number(let value) = self { value } else { nil }
    }

    /// True or false, if this is one of them.
    public var boolValue: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// The elements, if this is an array.
    public var arrayValue: [JSONValue]? {
        if case .array(let value) = self { value } else { nil }
    }

    /// The members, if this is an object.
    public var objectValue: JSONObject? {
        if case .object(let value) = self { value } else { nil }
    }

    /// The value under a key; nil when there is none, or when this is no object.
    public subscript(key: String) -> JSONValue? {
        objectValue?[key]
    }

    /// The element at an index; nil when there is none, or when this is no array.
    public subscript(index: Int) -> JSONValue? {
        guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
        return elements[index]
    }
}

extension JSONValue: CustomStringConvertible {
    /// The value as compact JSON.
    public var description: String { String(decoding: serialized(), as: UTF8.self) }
}
