@_spi(Generated) package import WaybillJSON
@_spi(Generated) import WaybillRuntime

/// A word of the dialect for a value without a definition, and everything that is known of it: which JSON it takes, how the
/// runtime reads it, and what it is in Swift.
///
/// A new format is one more of these (in `WireFormat+Standard.swift`), and a reader and a writer in the runtime.
public struct WireFormat: Sendable {
    /// What constraints can be put on values.
    package enum Measure: Sendable, Hashable {
        /// `min` and `max`.
        case number
        /// `pattern`, `notBlank`, `minLength`, `maxLength` and `maxBytes`.
        case text
        /// `minItems`, `maxItems` and `elements`.
        case list
        /// `maxBytes`.
        case json
    }

    /// Where in a request, beside its body, a value can be written.
    struct ParameterPlaces: OptionSet, Sendable {
        let rawValue: Int
        static let path = ParameterPlaces(rawValue: 1)
        static let query = ParameterPlaces(rawValue: 2)
        static let header = ParameterPlaces(rawValue: 4)
    }

    /// The word, as the spec writes it.
    package let word: String
    /// What stands on the wire, for the reference.
    package let onTheWire: String
    /// The value with its article, for messages: `a whole number`.
    package let noun: String
    /// The types of JSON value that it is read from; empty: every type.
    package let jsonTypes: [JSONType]
    /// The JSON Schema of a value (draft 2020-12, which OpenAPI 3.1 shares).
    package let schema: JSONObject
    /// What constraints can be put on it; nil: none.
    package let measure: Measure?
    /// Where it can be a parameter.
    let parameterPlaces: ParameterPlaces
    /// Reads a value and writes it again, as generated code does both; false after a fault.
    private let copies: @Sendable (inout JSONReader, inout JSONWriter) -> Bool
    /// Checks what is to be sent, as generated code does.
    private let checks: @Sendable (inout ArgumentChecker, JSONValue) -> Void
    let swift: SwiftForm

    init(
        _ word: String,
        onTheWire: String,
        noun: String,
        jsonTypes: [JSONType],
        schema: JSONObject,
        measure: Measure? = nil,
        parameterPlaces: ParameterPlaces = [],
        swift: SwiftForm,
        checks: @escaping @Sendable (inout ArgumentChecker, JSONValue) -> Void = { _, _ in },
        copies: @escaping @Sendable (inout JSONReader, inout JSONWriter) -> Bool
    ) {
        self.word = word
        self.onTheWire = onTheWire
        self.noun = noun
        self.jsonTypes = jsonTypes
        self.schema = schema
        self.measure = measure
        self.parameterPlaces = parameterPlaces
        self.swift = swift
        self.checks = checks
        self.copies = copies
    }

    /// The format of a word.
    static func named(_ word: String) -> WireFormat? { all.first { $0.word == word } }

    /// Whether its values are whole numbers.
    package var isWhole: Bool {
        if case .wholeNumber = swift.literal { true } else { false }
    }

    /// Whether what the spec writes without quotes is text too, so that `1.10` stays `1.10`.
    var isText: Bool {
        if case .text = swift.literal { true } else { jsonTypes == [.string] }
    }

    /// Whether generated code reads this value, which is not null.
    package func accepts(_ value: JSONValue) -> Bool { rewritten(value) != nil }

    /// The value as generated code writes it, once it has read it; nil where it does not.
    func rewritten(_ value: JSONValue) -> JSONValue? {
        guard jsonTypes.isEmpty || jsonTypes.contains(value.type) else { return nil }
        var writer = JSONWriter()
        let isRead = try? JSONReader.read(value.serialized()) { copies(&$0, &writer) ? true : nil }
        guard isRead == true, let bytes = try? writer.finish() else { return nil }
        return try? JSONValue(parsing: bytes)
    }

    /// What keeps this value, which the format accepts, from being sent; the places are those inside the value.
    func violations(of value: JSONValue) -> [ArgumentViolation] {
        var checker = ArgumentChecker()
        checks(&checker, value)
        return checker.violations
    }

    /// A text of a path, a query or a header as the JSON value that it stands for.
    package func value(parsing text: String) -> JSONValue {
        if jsonTypes.contains(.string) { return .string(text) }
        if jsonTypes.contains(.number), let number = JSONNumber(text: text) { return .number(number) }
        if jsonTypes.contains(.bool), let flag = Bool(text) { return .bool(flag) }
        return .string(text)
    }

    /// The value as its constraints see it: the digits in a text as a number, a text with commas as a list.
    package func measured(_ value: JSONValue) -> JSONValue {
        switch measure {
        case .number: value.stringValue.flatMap { JSONNumber(text: $0) }.map { .number($0) } ?? value
        case .list:
            (try? JSONReader.read(value.serialized()) { $0.commaList() }).map { .array($0.map { .string($0) }) }
                ?? value
        case .text, .json, nil: value
        }
    }
}

extension WireFormat: Hashable {
    /// The word says which format it is.
    public static func == (left: WireFormat, right: WireFormat) -> Bool { left.word == right.word }

    /// Hashes the word.
    public func hash(into hasher: inout Hasher) { hasher.combine(word) }
}
