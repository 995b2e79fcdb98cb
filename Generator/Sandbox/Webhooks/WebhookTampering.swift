/// What is changed in a delivery after it was signed, so that a receiver must refuse it.
public enum WebhookTampering: String, Sendable, CaseIterable {
    /// The body gets a blank at its end: it means the same, and its bytes are others.
    case body
    /// The signature is that of another body, in the right form.
    case signature
}
