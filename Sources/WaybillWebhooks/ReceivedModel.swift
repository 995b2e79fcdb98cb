/// The event of a webhook that sends one kind.
public enum ReceivedModel<Model: Sendable & Hashable>: ReceivableEvent, Hashable {
    /// The event, as the spec has it.
    case event(Model)

    /// What came in its place: an event that could not be read.
    case unrecognized(UnrecognizedEvent)

    /// The event as it came, where it could not be read.
    public var unrecognizedEvent: UnrecognizedEvent? {
        if case .unrecognized(let event) = self { event } else { nil }
    }
}
