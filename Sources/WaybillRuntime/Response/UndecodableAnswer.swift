/// A success whose answer could not be read.
public struct UndecodableAnswer: Sendable, Hashable, CustomStringConvertible {
    /// What is wrong with it, in words.
    public let reason: String

    /// Where: `data.event_flows[2].state`; empty at the root.
    public let path: String

    /// The reader's own error, where it was the reader that refused.
    public let error: JSONError?

    /// The beginning of the body, at most 1 KiB; only of one that is no JSON, such as a web page.
    ///
    /// Credentials are masked in it.
    public let excerpt: String?

    /// Makes a value, for tests of code that handles it.
    public init(reason: String, path: String = "", error: JSONError? = nil, excerpt: String? = nil) {
        self.reason = reason
        self.path = path
        self.error = error
        self.excerpt = excerpt
    }

    /// Model, place and reason in one line; nothing of the body.
    public var description: String {
        let model = error?.model.map { "\($0) " } ?? ""
        return "the answer could not be read: \(model)\(path.isEmpty ? "" : "at \(path): ")\(reason)"
    }
}

extension UndecodableAnswer: CustomReflectable {
    /// Everything but the excerpt's text.
    public var customMirror: Mirror {
        Mirror(self, children: ["reason": reason, "path": path, "excerptBytes": excerpt?.utf8.count ?? 0])
    }
}
