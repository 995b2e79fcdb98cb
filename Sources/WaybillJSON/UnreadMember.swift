/// A part of a document that could not be read as what it should be.
///
/// It names the place and the reason, never the value that stands there: values may be people's data.
public struct UnreadMember: Sendable, Hashable, CustomStringConvertible {
    /// Where it stands, as keys and indices: `data.event_flows[2].state`; empty for the whole document.
    public let path: String

    /// What is wrong there.
    public let reason: String

    /// Names a place and what is wrong there.
    public init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }

    /// Path and reason in one line.
    public var description: String { path.isEmpty ? reason : "\(path): \(reason)" }
}
