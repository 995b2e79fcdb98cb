/// Time limits; nil leaves a limit as the API's spec has it.
///
/// Each must be above zero and at most 24 hours; a client cannot be made with others.
public struct Timeouts: Sendable, Hashable {
    /// The limit on connecting, TLS handshake included.
    public var connect: Duration?

    /// One attempt, from connecting to the body's last byte; of an answer that is streamed, to its head, and then anew for each piece.
    public var attempt: Duration?

    /// The whole call, with all its attempts and the waits between them.
    ///
    /// Without one a call may take as long as its attempts and waits together.
    public var call: Duration?

    /// Makes limits; those left out stay as the API's spec has them.
    public init(connect: Duration? = nil, attempt: Duration? = nil, call: Duration? = nil) {
        self.connect = connect
        self.attempt = attempt
        self.call = call
    }

    /// The limits of a spec that says nothing.
    static let standard = Timeouts(connect: .seconds(10), attempt: .seconds(30))

    /// These limits, with another's in place of those that are nil.
    func completed(by other: Timeouts) -> Timeouts {
        Timeouts(connect: connect ?? other.connect, attempt: attempt ?? other.attempt, call: call ?? other.call)
    }

    /// What is wrong with a limit, or nil.
    static func fault(in limit: Duration?) -> String? {
        guard let limit, limit <= .zero || limit > .seconds(86_400) else { return nil }
        return "must be above zero and at most 24 hours"
    }
}
