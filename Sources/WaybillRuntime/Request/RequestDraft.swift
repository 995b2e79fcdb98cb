@_spi(Generated) import WaybillJSON

/// A request before it is filled: everything but the type of its answer.
struct RequestDraft: Sendable {
    typealias Field = (name: String, value: String)

    let definition: OperationDefinition
    var arguments: ArgumentChecker
    var pathValues: [(name: String, encoded: String)] = []
    var query: [Field] = []
    var headers: [Field] = []
    var idempotencyKey: String?
    var restrictions: [ArgumentRestriction] = []
    var encodeBody: (@Sendable (inout JSONWriter, inout RequestFilling) -> Void)?
    /// Members of the body that the operation does not know.
    var extra = JSONObject()
    /// The URL of a page in place of the operation's own, and the hosts beside the client's to which it may lead.
    var link: (url: String, hosts: [String])?
    /// What went out before and is to go out again.
    var filled: FilledRequest?

    /// Path values are one segment each.
    mutating func setPath(_ name: String, _ value: String, argument: String) {
        if let fault = PathValue.fault(inSegment: value) { arguments.refuse(argument, fault) }
        pathValues.append((name, PercentEncoding.encode(value)))
    }

    mutating func addHeader(_ name: String, _ value: String, argument: String) {
        if HeaderRule.name(name) == nil {
            arguments.refuse(argument, "is not a valid header field name")
        } else if let fault = HeaderRule.fault(inValue: value) {
            arguments.refuse(argument, fault)
        }
        headers.append((name, value))
    }
}
