/// The kinds of failure that a call can end in.
///
/// Generated errors name every kind, so that a new one is a new version of what the generator writes.
public enum FailureKind: Sendable {
    /// The server answered with an error.
    case answered
    /// Arguments were refused before anything was sent.
    case invalidArguments(InvalidArguments)
    /// The request or its answer was lost on the network.
    case transport(TransportFault)
    /// A time limit of the client was exceeded.
    case timedOut(ExpiredTimeout)
    /// The task was cancelled.
    case cancelled(Cancellation)
    /// The server accepted the request, and its answer could not be read.
    case undecodable(UndecodableAnswer)
    /// A wait timed out.
    case waitTimedOut(ExpiredWait)
}
