/// Time limits in milliseconds.
public struct TimeoutsSpec: Sendable, Readable {
    /// For making a connection.
    public var connect: Located<Int>?
    /// For one attempt, body included.
    public var attempt: Located<Int>?
    /// For the whole call with its retries.
    public var call: Located<Int>?

    static let dialect = Mapping<TimeoutsSpec>("timeouts", "'timeouts'") {
        Key("connect", .duration, \.connect).otherwise("the runtime's").means("For making a connection.")
        Key("attempt", .duration, \.attempt).otherwise("the runtime's").means("For one attempt, its body included.")
        Key("call", .duration, \.call).means("For a whole call with its retries.")
    }
}
