/// Time limits in milliseconds.
public struct TimeoutsSpec: Sendable {
    /// For making a connection.
    public var connect: Located<Int>?
    /// For one attempt, body included.
    public var attempt: Located<Int>?
    /// For the whole call with its retries.
    public var call: Located<Int>?

    /// Makes limits that leave everything to the runtime.
    public init() {}
}
