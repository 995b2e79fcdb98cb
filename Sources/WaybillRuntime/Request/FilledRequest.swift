public import HTTPTypes

/// A request that is fixed: what went out in a call, or is to go out, but for its credentials.
///
/// A client's `fill(_:)` makes one without sending it, and every answer and every error of a call that was begun has
/// one. It can be kept as JSON, over a restart of the program too, and be sent again by the client's `resend(_:)`: the
/// same bytes to the same URL under the same idempotency key, signed anew.
///
/// ```swift
/// let filled = try client.fill(request)
/// try Data(filled.serialized()).write(to: file)
/// // later, perhaps in another process
/// let kept = try FilledRequest(parsing: [UInt8](Data(contentsOf: file)))
/// let answer = try await client.resend(kept)
/// ```
///
/// - Important: It holds people's data: the text of the message, phone numbers and addresses, in ``body`` and in
///   ``url``. Keep it as carefully as those. It holds no credential and no signature, and nothing in it says whose
///   credentials it was filled with: where a program has several accounts, keep the account beside it.
///
/// Its description and mirror show operation, method and path; body, query and key are there for the program, not for
/// logs.
public struct FilledRequest: Sendable, Hashable {
    /// The API, in lowercase.
    public let api: String

    /// The operation: resource and name, such as `messages.send`.
    public let operation: String

    /// The HTTP method, such as `POST`.
    public let method: String

    /// The URL of the client that filled it, or that of the host which the operation is sent to.
    ///
    /// No client with another one sends it: under the same key another server would do the work a second time.
    public let baseURL: String

    /// The whole URL, query included.
    public let url: String

    /// The operation's header fields, without those that authenticate and without those of ``CallOptions``.
    public let headers: HTTPFields

    /// The body's bytes, the same in all attempts; nil where there is none, or where files on the disk are part of it.
    public var body: [UInt8]? { content?.bytes }

    /// The body.
    let content: BodyContent?

    /// The idempotency key, the same in all attempts: the caller's or the one that was made.
    public let idempotencyKey: String?

    let resend: ResendPolicy

    /// Whether the client's credentials go out with it.
    var isAuthenticated = true

    /// How long the server knows the idempotency key, from the first request with it; nil where the API does not say.
    ///
    /// After it the same request counts as a new one, and the work is done a second time.
    public internal(set) var idempotencyKeyLifetime: Duration?

    /// Whether it may be sent although it may have arrived: it changes nothing, has an idempotency key, or its vendor
    /// says that it may be repeated.
    public var isRetrySafe: Bool { resend != .never }
}

extension FilledRequest: CustomStringConvertible, CustomReflectable {
    /// Operation, method and path.
    public var description: String { "\(operation): \(method) \(URLText.path(of: url))" }

    /// Operation, method and path only.
    public var customMirror: Mirror {
        Mirror(self, children: ["operation": operation, "method": method, "path": URLText.path(of: url)])
    }
}
