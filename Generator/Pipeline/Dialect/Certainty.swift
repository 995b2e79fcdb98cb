public import SpecYAML

/// What the author says of a construct that is no published fact.
public struct Certainty: Sendable, Hashable {
    /// The key that says it.
    public enum Kind: String, Sendable, CaseIterable {
        /// The vendor has not published it: the text says what is taken to be true.
        case assumed
        /// The vendor's documents disagree, or leave a choice: the text says what was chosen, and against what.
        case decided
    }

    /// Which of the two keys says it.
    public let kind: Kind
    /// The reason, in one line.
    public let text: String
    /// The place of the key.
    public let location: SourceLocation
    /// The keys that lead to the construct; where it stands in a resource's file, behind the resource's name.
    public let path: [String]
    /// The end of the path, where a larger construct speaks for its small part: `idempotencyKey` of an operation.
    public internal(set) var part: [String] = []

    /// The path as text: `messages.operations.send.idempotencyKey`, or `api`.
    public var construct: String { path.isEmpty ? "api" : path.joined(separator: ".") }
}
