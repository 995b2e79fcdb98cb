public import WaybillRuntime

/// An event of a type that the spec does not name.
///
/// Services add types at any time: acknowledge such an event, and ignore it or look at its JSON.
public struct UnrecognizedEvent: Sendable, Hashable {
    /// The type as it came; nil where the event has none.
    public let type: String?

    /// The whole event, as it came.
    public let json: JSONValue

    /// Makes an event by hand, for tests.
    public init(type: String?, json: JSONValue) {
        self.type = type
        self.json = json
    }
}
