/// A part of a document that could not be read as its model has it, while the rest could.
///
/// It names the place, never the value that stands there: values may be people's data.
public struct UnreadMember: Sendable, Hashable, CustomStringConvertible {
    /// Where it stands, as keys and indices: `data.event_flows[2].state`; empty at the root.
    public let path: String

    /// What is wrong with it, in words.
    public let reason: String

    /// Makes a value, for tests of code that handles it.
    public init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }

    /// Place and reason in one line.
    public var description: String { path.isEmpty ? reason : "\(path): \(reason)" }
}
