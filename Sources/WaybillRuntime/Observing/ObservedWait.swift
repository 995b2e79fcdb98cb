/// A wait of a call: between two attempts, or before one for its place under a rate.
public struct ObservedWait: Sendable, Hashable {
    /// How long the call is going to wait; for a place less or more, where other calls leave or go first.
    public let duration: Duration

    /// The number of the attempt that comes after it.
    public let nextAttempt: Int

    /// The number of attempts that the call may make.
    public let maxAttempts: Int

    /// Why the attempt before it failed; ``ObservedError/pacing`` where the call waits for its place.
    public let error: ObservedError

    /// Makes a wait, for tests of observers.
    public init(duration: Duration, nextAttempt: Int, maxAttempts: Int, error: ObservedError) {
        self.duration = duration
        self.nextAttempt = nextAttempt
        self.maxAttempts = maxAttempts
        self.error = error
    }
}
