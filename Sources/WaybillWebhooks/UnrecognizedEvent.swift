public import WaybillRuntime

/// An event of a type that the spec does not name, or one that is not as the spec has it.
///
/// Its signature held all the same: it is delivered and acknowledged like any other, and the handler decides what becomes of
/// it. Services add types at any time; where ``reason`` is there, something else has changed, which is worth a log line.
public struct UnrecognizedEvent: Sendable, Hashable {
    /// The type as it came; nil where the event has none.
    public let type: String?

    /// The whole event, as it came; nil where the body is no JSON, and stands in `delivery.payload.body` alone.
    ///
    /// Of members with the same key it has the last.
    public let json: JSONValue?

    /// Why the event could not be read; nil where nothing is wrong but that its type is not known.
    public let reason: UnreadMember?

    /// Makes an event by hand, for tests.
    public init(type: String?, json: JSONValue?, reason: UnreadMember? = nil) {
        self.type = type
        self.json = json
        self.reason = reason
    }
}
