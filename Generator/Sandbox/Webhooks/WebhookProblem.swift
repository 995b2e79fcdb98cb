/// Why a delivery cannot be made: a sentence for a person, without any secret.
public struct WebhookProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The sentence.
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
