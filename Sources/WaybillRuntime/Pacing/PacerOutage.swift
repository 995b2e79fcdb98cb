/// What a client does while the pacer that it shares with others does not answer, or fails.
///
/// The outage begins with a call to the pacer that fails or takes longer than two seconds, and the client says so in its log, once. Every
/// five seconds one call finds out whether it is over; the others do not wait for that.
public enum PacerOutage: Sendable, Hashable {
    /// Sends without waiting for a place: the service may refuse requests, which are retried as ever.
    case unpaced
    /// Sends nothing: calls fail with ``TransportError/Reason/noPlace``, and what was not sent before is `.notSent`.
    case refuse
    /// Goes on with one of so many equal parts of the rate, counted in this process: the number of processes at work.
    case share(of: Int)
}
