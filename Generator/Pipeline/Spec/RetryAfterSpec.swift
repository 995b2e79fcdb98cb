/// When the Retry-After header counts.
public struct RetryAfterSpec: Sendable, Readable {
    /// The statuses on which it counts.
    public var on: [Located<ClosedRange<Int>>] = []
    /// The longest wait in milliseconds.
    public var cap: Located<Int> = .unread
    /// Whether the plan's usual jitter is added on top.
    public var jitter: Located<Bool> = .unread

    static let dialect = Mapping<RetryAfterSpec>("retryAfter", "'retryAfter'") {
        Key(required: "on", .list(.statuses), \.on)
            .means("The statuses on which the header counts; they are retried.")
        Key(required: "cap", .duration, \.cap).means("The longest wait that is kept.")
        Key("jitter", .words(["usual": true, "none": false]), \.jitter, default: "usual")
            .means("Whether the plan's jitter is added on top.")
    }
}
