/// What a connection does in place of carrying a whole answer.
public enum ConnectionFault: String, Sendable, CaseIterable {
    /// It is reset: the client's read fails.
    case reset
    /// It is closed in order, without a byte of an answer.
    case close
    /// It is closed in the middle of the body.
    case truncate
}
