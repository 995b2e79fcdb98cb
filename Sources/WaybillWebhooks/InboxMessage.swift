/// An event whose request has been verified, as an inbox keeps it until somebody has worked on it.
///
/// A webhook makes one of each event that it accepts, and reads it again later: `webhook.read(message)`. Its parts are for
/// stores, which keep them as they are. Whoever can write into a store can put an event into it that no service has sent:
/// keep it where nobody else writes.
public struct InboxMessage: Sendable, Hashable {
    /// The webhook's name.
    public let webhook: String

    /// What copies of the event are known by, as ``WebhookDelivery/key``: at most 200 bytes of text, without NUL.
    public let key: String

    /// The event: the body as it came, or of a body that has several events this one, as JSON.
    ///
    /// These are people's data. A store drops them once the event has been worked on.
    public let content: [UInt8]

    /// What came beside the event, as JSON: its id, its type where a header names it, and its signature.
    public let details: String

    /// Makes a message of its parts, as a store has kept them.
    public init(webhook: String, key: String, content: [UInt8], details: String) {
        self.webhook = webhook
        self.key = key
        self.content = content
        self.details = details
    }
}

extension InboxMessage: CustomStringConvertible, CustomReflectable {
    /// The key and the size, and nothing of what stands in the event.
    public var description: String { "InboxMessage(\(key), \(content.count) bytes)" }

    /// The key and the size.
    public var customMirror: Mirror { Mirror(self, children: ["key": key, "byteCount": content.count]) }
}
