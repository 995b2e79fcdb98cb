/// How much an inbox holds, for whoever watches it.
public struct InboxFigures: Sendable, Hashable {
    /// Events that wait, for their turn or after a failure, or that are being worked on.
    public let waiting: Int
    /// Events that are put aside.
    public let stuck: Int
    /// Events that have been worked on and whose keys are still known.
    public let done: Int
    /// How long the oldest event that waits has been there; nil where none does.
    public let oldest: Duration?

    init(waiting: Int, stuck: Int, done: Int, oldest: Duration?) {
        self.waiting = waiting
        self.stuck = stuck
        self.done = done
        self.oldest = oldest
    }
}
