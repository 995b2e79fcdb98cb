/// What copies of an event are known by.
///
/// Where an event has no such id, it is its signature: an event without an id is not lost, and not taken for another.
@_spi(Generated)
public enum WebhookDeduplicationKey: Sendable, Hashable {
    /// The signature itself, for services that give their events no id; where a message has several signatures, a digest of what
    /// is signed.
    case signature
    /// A text or number of the body, at a dotted path.
    case field(String)
    /// A header field. Only where the scheme signs it is it proof against a copy under another id.
    case header(String)
}
