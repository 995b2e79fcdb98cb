package import SpecYAML
@_spi(Generated) package import WaybillJSON

package struct ResolvedEnum: Sendable {
    /// The name; of the API's error codes the API's name with `ErrorCode` after it.
    package let name: String
    package let location: SourceLocation
    package let about: String?
    /// Whether the words are whole numbers on the wire.
    package let isNumeric: Bool
    /// The words, in the spec's order.
    package let words: [ResolvedWord]
    /// The words that follow each other, in that order; empty where nothing is said.
    package let order: [ResolvedWord]
    /// The words after which nothing comes.
    package let final: [ResolvedWord]
    /// What of it is no published fact.
    package let certainty: [Certainty]

    /// The word with a text on the wire.
    package func word(_ text: String) -> ResolvedWord? { words.first { $0.name == text } }

    /// A word as it stands on the wire.
    package func json(_ word: ResolvedWord) -> JSONValue {
        isNumeric ? JSONNumber(text: word.name).map { .number($0) } ?? .string(word.name) : .string(word.name)
    }

    /// A text of a path, a query, a header or a form as the JSON value that it stands for.
    package func value(parsing text: String) -> JSONValue {
        isNumeric ? JSONNumber(text: text).map { .number($0) } ?? .string(text) : .string(text)
    }

    /// Whether a value is a word, known or not, since the set is open.
    func accepts(_ value: JSONValue) -> Bool { isNumeric ? value.intValue != nil : value.stringValue != nil }
}

/// One word of an open set.
package struct ResolvedWord: Sendable, Hashable {
    /// The word on the wire.
    package let name: String
    /// The name in Swift, where the spec gives one.
    package let swiftName: String?
    package let location: SourceLocation
    package let about: String?
    /// The status that an error code comes with.
    package let status: Int?
    /// What of it is no published fact.
    package let certainty: [Certainty]
}
