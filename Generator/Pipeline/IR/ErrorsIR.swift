/// The error enum and the codes of an API.
struct ErrorsIR: Sendable {
    /// The error enum: the module with `Error` after it.
    var name: SwiftIdentifier
    var source: String
    var codes: EnumIR
    var cases: [ErrorCaseIR]
    /// Further members of error bodies.
    var fields: [ErrorFieldIR]
}

/// A failure that callers handle alike.
struct ErrorCaseIR: Sendable {
    var name: SwiftIdentifier
    /// The name in the spec.
    var specName: String
    var about: String?
    var codes: [String]
    var statuses: [ClosedRange<Int>]
    /// The model of the details.
    var details: SwiftIdentifier?
}

/// A further member of error bodies, a property of the error.
struct ErrorFieldIR: Sendable {
    var name: SwiftIdentifier
    var type: SwiftType
    var about: String?
    /// The places in the body, tried in this order.
    var places: [String]
}
