import HTTPTypes

/// A request that is fixed but for what each attempt signs anew.
struct PreparedRequest: Sendable {
    let definition: OperationDefinition
    let url: String
    /// All header fields but those that authenticate.
    let headers: HTTPFields
    let body: [UInt8]?
    let record: FilledRequest
}
