import HTTPTypes

/// A request that is fixed but for what each attempt signs anew.
struct PreparedRequest: Sendable {
    let definition: OperationDefinition
    /// The operation's path with its placeholders; nil where the operation is not known.
    let path: String?
    let url: String
    /// All header fields but those that authenticate.
    let headers: HTTPFields
    let body: [UInt8]?
    let record: FilledRequest
    /// Whether it goes to another host than the client's, where no credential may go.
    let isElsewhere: Bool
}
