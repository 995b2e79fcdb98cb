/// A task that was cancelled during a call.
public struct Cancellation: Sendable, Hashable {
    /// Makes the value, for tests of code that handles it.
    public init() {}
}
