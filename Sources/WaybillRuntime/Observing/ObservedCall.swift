/// A call, as observers know it.
public struct ObservedCall: Sendable, Hashable {
    /// Tells calls of one process apart.
    public let id: ObservationID

    /// The name of the API, in lowercase.
    public let api: String

    /// The operation: resource and name, such as `messages.send`.
    public let operation: String

    /// The HTTP method, such as `POST`.
    public let method: String

    /// The operation's path in the spec, with its placeholders as they are: `/messages/{id}`; nil for a request that was
    /// kept and is sent again without its operation.
    public let path: String?

    /// The host that the client speaks to, without its port.
    public let host: String

    /// Makes a call, for tests of observers.
    public init(
        id: ObservationID = .next(),
        api: String,
        operation: String,
        method: String,
        path: String?,
        host: String
    ) {
        self.id = id
        self.api = api
        self.operation = operation
        self.method = method
        self.path = path
        self.host = host
    }
}
