/// Why an attempt ended without a whole answer.
enum AttemptEnd: Sendable, Hashable {
    /// The transport gave up by itself.
    case transport
    /// A time limit passed.
    case limit(ExpiredTimeout)
    /// The caller's task was cancelled.
    case cancellation
}
