public import HTTPTypes

/// What went out in a call, but for its credentials.
///
/// It is on every answer and on every error of a call that was begun. Its description and mirror show operation,
/// method and path; body, query and key are there for the program, not for logs.
public struct FilledRequest: Sendable, Hashable {
    /// The operation: resource and name, such as `messages.send`.
    public let operation: String

    /// The HTTP method, such as `POST`.
    public let method: String

    /// The whole URL, query included.
    public let url: String

    /// The header fields, without those that authenticate.
    public let headers: HTTPFields

    /// The body's bytes, the same in all attempts; nil where there is none.
    public let body: [UInt8]?

    /// The idempotency key, the same in all attempts: the caller's or the one that was made.
    public let idempotencyKey: String?
}

extension FilledRequest: CustomStringConvertible, CustomReflectable {
    /// Operation, method and path.
    public var description: String { "\(operation): \(method) \(URLText.path(of: url))" }

    /// Operation, method and path only.
    public var customMirror: Mirror {
        Mirror(self, children: ["operation": operation, "method": method, "path": URLText.path(of: url)])
    }
}
