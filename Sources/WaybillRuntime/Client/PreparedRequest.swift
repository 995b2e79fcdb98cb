import HTTPTypes

/// A request that is fixed but for what each attempt signs anew.
struct PreparedRequest: Sendable {
    let definition: OperationDefinition
    /// The operation's path with its placeholders; nil where the operation is not known.
    let path: String?
    let url: String
    /// All header fields but those that authenticate.
    let headers: HTTPFields
    let body: BodyContent?
    let record: FilledRequest
    /// The URL of the client, or of the host that the operation is sent to.
    let baseURL: BaseURL
    /// Whether credentials go out with it: never to a host which the spec does not give them to.
    let isAuthenticated: Bool
}
