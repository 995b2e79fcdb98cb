/// The statuses that a service understands as an answer to its webhook.
public struct WebhookAcknowledgement: Sendable, Hashable {
    /// Those that say that the event has arrived; every other one has the service send it again.
    public let statuses: [Int]

    /// The one for a request whose signature does not hold.
    public let refusal: Int

    /// The one for a copy of an event that is being worked on: not an acknowledgement, so that the service comes again.
    public let busy: Int

    /// Makes a description of answers.
    public init(statuses: [Int] = [200], refusal: Int = 401, busy: Int = 503) {
        self.statuses = statuses
        self.refusal = refusal
        self.busy = busy
    }

    /// The status to answer an event with that has been taken.
    public var status: Int { statuses.first ?? 200 }

    /// Whether the service takes a status to mean that the event has arrived.
    public func isAcknowledged(by status: Int) -> Bool { statuses.contains(status) }

    /// The status to answer an error with: that of a refusal, or 413 for a body that is too large.
    public func status(for error: WebhookError) -> Int {
        switch error {
        case .refused: refusal
        case .tooLarge: 413
        }
    }
}
