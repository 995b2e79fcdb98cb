/// Which way a value goes, and so who has to read what the other one writes.
package enum Direction: String, Sendable, Hashable, CaseIterable, Comparable {
    /// From the client to the server.
    case request
    /// From the server to the client, after a success.
    case answer
    /// From the server to the client, after a failure.
    case error
    /// From the server to a webhook.
    case webhook

    package static func < (left: Direction, right: Direction) -> Bool {
        allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
    }
}
