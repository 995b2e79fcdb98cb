/// What became of checking a delivery.
public enum WebhookVerdict: Sendable, Hashable {
    /// It is signed with the secret at this position, counted from 0.
    case holds(secret: Int)
    /// It is not, and this is what is known of why.
    case fails(String)
}
