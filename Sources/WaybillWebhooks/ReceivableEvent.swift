/// What a webhook delivers: an event of the service's, or in its place what was not recognized.
///
/// Generated events conform.
public protocol ReceivableEvent: Sendable {
    /// An event of a type that is not known, or one that cannot be read.
    static func unrecognized(_ event: UnrecognizedEvent) -> Self

    /// The event as it came, where it was not recognized; nil where it was.
    var unrecognizedEvent: UnrecognizedEvent? { get }
}

extension ReceivableEvent {
    /// Whether it is an event that the spec names, and was read.
    var isRecognized: Bool { unrecognizedEvent == nil }
}
