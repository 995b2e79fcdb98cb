#if canImport(FoundationEssentials)
public import struct FoundationEssentials.Date
#else
public import struct Foundation.Date
#endif

/// A token that a client was given, and how long it is good for.
///
/// Its description and mirror do not show the token.
public struct AccessToken: Sendable, Hashable {
    /// The token itself, as it is sent: a secret.
    public let value: String

    /// When it was given, by this machine's clock.
    public let receivedAt: Date

    /// When it ends, by this machine's clock; nil where nothing says so, and it is used until the server refuses it.
    public let endsAt: Date?

    /// Makes a token, for stores that read one back and for tests.
    public init(value: String, receivedAt: Date, endsAt: Date?) {
        self.value = value
        self.receivedAt = receivedAt
        self.endsAt = endsAt
    }

    /// Whether it is not over.
    func isValid(at now: Date) -> Bool { endsAt.map { now < $0 } ?? true }

    /// Whether it need not be replaced yet.
    func isFresh(at now: Date, margin: Duration) -> Bool {
        guard let endsAt else { return true }
        let life = endsAt.timeIntervalSince(receivedAt)
        return now < endsAt.addingTimeInterval(-min(margin.inSeconds, max(life, 0) / 2))
    }
}

extension AccessToken: CustomStringConvertible, CustomReflectable {
    /// When it ends, with the token masked.
    public var description: String { "AccessToken([REDACTED], endsAt: \(endsAt.map { "\($0)" } ?? "unknown"))" }

    /// Everything but the token.
    public var customMirror: Mirror {
        Mirror(self, children: ["value": "[REDACTED]", "receivedAt": receivedAt, "endsAt": endsAt as Any])
    }
}
