@_spi(Generated) import WaybillJSON

/// A value of an answer that is of no case of its union, so that it becomes `unrecognized`.
struct UnknownShape: Sendable {
    /// Where it stands: `rows[2].way`; empty for the whole value.
    let path: String
    let union: ResolvedUnion
    /// What it has where the shape is told, as the spec can name it under `undeclared`.
    let words: [String]
    /// The same as a statement: `no case of 'Event' has the 'type' 'lost'`.
    let statement: String

    /// Looks at a value that has no shape; nil where other checks ask for one, as for events and statuses.
    init?(_ value: JSONValue, of union: ResolvedUnion, at path: String) {
        guard !(union.isEvent && path.isEmpty) else { return nil }
        self.path = path
        self.union = union
        let name = "'\(union.name)'"
        switch union.discriminator {
        case .status, .field, .header: return nil
        case .tag(let key) where value.objectValue != nil:
            (words, statement) = Self.sign(ofTag: value[key], key, in: name)
        case .key where value.objectValue?.isEmpty == false:
            words = value.objectValue.map { Array($0.keys) } ?? []
            statement = "no case of \(name) has the key \(words.map { "'\($0)'" }.joined(separator: " or "))"
        case .key where value.objectValue != nil:
            words = [Self.none]
            statement = "it has no key, which tells the case of \(name)"
        case .member where value.objectValue != nil:
            words = [Self.none]
            statement = "it has no member that tells the case of \(name)"
        case .tag, .key, .member, .jsonType:
            words = [Self.word(value.type)]
            statement = "no case of \(name) is \(value.type.noun)"
        }
    }

    /// Whether the union says that it comes.
    var isExcused: Bool { union.undeclared.contains { words.contains($0.name) } }

    /// The word for what is missing.
    private static let none = "none"

    private static func sign(
        ofTag tag: JSONValue?,
        _ key: String,
        in union: String
    ) -> (words: [String], statement: String) {
        switch tag {
        case nil: ([none], "it has no '\(key)', which tells the case of \(union)")
        case .string(let text)?: ([text], "no case of \(union) has the '\(key)' '\(text)'")
        case let tag?:
            (
                [tag.objectValue != nil || tag.arrayValue != nil ? word(tag.type) : tag.description],
                "its '\(key)' is \(tag.type.noun), and a string tells the case of \(union)"
            )
        }
    }

    /// The name of a JSON type as JSON Schema has it.
    static func word(_ type: JSONType) -> String {
        switch type {
        case .null: "null"
        case .bool: "boolean"
        case .number: "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        case .invalid: none
        }
    }
}
