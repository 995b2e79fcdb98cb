/// The event of a webhook that sends one kind.
public enum ReceivedModel<Model: Sendable & Hashable>: Sendable, Hashable {
    /// The event, as the spec has it.
    case event(Model)

    /// What came in its place: an event that could not be read.
    case unrecognized(UnrecognizedEvent)
}
