#if canImport(FoundationEssentials)
public import struct FoundationEssentials.Date
#else
public import struct Foundation.Date
#endif

/// An event of an inbox whose last attempt has failed: nobody works on it until somebody has it worked on again.
public struct StuckMessage: Sendable, Hashable {
    /// What the inbox knows the event by.
    public let key: String
    /// The webhook's name.
    public let webhook: String
    /// When the event was kept.
    public let receivedAt: Date
    /// How often it was worked on.
    public let attempts: Int
    /// What the last attempt ended with, in the words that its worker gave.
    public let failure: String

    init(key: String, webhook: String, receivedAt: Date, attempts: Int, failure: String) {
        self.key = key
        self.webhook = webhook
        self.receivedAt = receivedAt
        self.attempts = attempts
        self.failure = failure
    }
}
