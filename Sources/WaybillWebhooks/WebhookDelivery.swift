public import WaybillRuntime

#if canImport(FoundationEssentials)
public import struct FoundationEssentials.Date
#else
public import struct Foundation.Date
#endif

/// An event that the service has sent, and what came beside it.
public struct WebhookDelivery<Event: ReceivableEvent>: Sendable {
    /// The event, read from the body.
    public let event: Event

    /// What copies of the event are known by: its id, or its signature where it has none.
    public let id: String

    /// What a store or a table knows the event by: the webhook's name and the id, since ids of two services may be the same.
    ///
    /// A long id is replaced by its digest, so that it fits into a column of 200 characters.
    public let key: String

    /// The body, which may have other events too, and its signature.
    public let payload: VerifiedPayload

    /// When the request was signed, or where the service signs no timestamp: when the body says that the event was.
    ///
    /// Only a signed timestamp is held against the tolerance; `payload.timestamp` is that one alone.
    public let timestamp: Date?

    /// What of the event could not be read as its spec has it, while the rest could: log or count it.
    ///
    /// Such a member is nil or its default, and stays in its model's unknown members as it came.
    public let unread: [UnreadMember]

    private let source: Source

    /// Where the event's JSON stands.
    enum Source {
        case body(WebhookBodyForm)
        /// In a body of several events.
        case element(JSONValue)
    }

    init(
        event: Event,
        id: String,
        key: String,
        payload: VerifiedPayload,
        source: Source,
        time: Date?,
        unread: [UnreadMember] = []
    ) {
        self.source = source
        self.event = event
        self.id = id
        self.key = key
        self.payload = payload
        self.unread = unread
        timestamp = payload.timestamp ?? time
    }

    /// The position of the secret, or of the public key, that the signature goes with, among those that the webhook was made with.
    ///
    /// Once only the first one matches, the others can go.
    public var matchedSecret: Int { payload.matchedSecret }

    /// The event as JSON: the whole body, a form as an object of texts, or of a body with several events this one; null where
    /// the body is neither JSON nor such a form.
    public var json: JSONValue {
        switch source {
        case .body(let form): form.json(of: payload.body) ?? .null
        case .element(let json): json
        }
    }
}
