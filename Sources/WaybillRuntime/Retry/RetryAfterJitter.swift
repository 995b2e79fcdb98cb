/// What is added to a wait that the server asked for.
@_spi(Generated)
public enum RetryAfterJitter: String, Sendable, Hashable {
    /// Nothing: the wait is exact.
    case none
    /// Up to a tenth of it, at most one second; and never less than the plan's own delay.
    case standard
}
