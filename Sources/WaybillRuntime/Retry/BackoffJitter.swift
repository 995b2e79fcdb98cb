/// How much of a growing delay is left to chance.
public enum BackoffJitter: String, Sendable, Hashable {
    /// No part of the delay is random.
    case none
    /// All of it: anything from zero to the delay, so that many clients do not come back at the same instant.
    case full
}
