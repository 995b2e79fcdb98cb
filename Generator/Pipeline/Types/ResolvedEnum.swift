package import SpecYAML

package struct ResolvedEnum: Sendable {
    /// The name; of the API's error codes the API's name with `ErrorCode` after it.
    package let name: String
    package let location: SourceLocation
    package let about: String?
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
