/// A part of a client: operations that belong together.
struct ResourceIR: Sendable {
    /// The client's property.
    var name: SwiftIdentifier
    /// The struct inside the client.
    var type: SwiftIdentifier
    /// The name in the spec.
    var specName: String
    var source: String
    var folder: String
    var about: String?
    var operations: [OperationIR]
    var waiters: [WaiterIR]
}

/// One operation: its arguments, and how they become a request.
struct OperationIR: Sendable {
    /// Resource and name, such as `messages.send`.
    var id: String
    var name: SwiftIdentifier
    var about: String?
    var notes: String?
    var deprecated: String?
    var method: String
    var path: String
    var isOverridable: Bool
    var resend: OperationSpec.Resend
    var because: String?
    var key: KeyIR
    var envelope: EnvelopeIR
    /// The arguments in their order in Swift.
    var parameters: [ParameterIR]
    /// What is always sent in the query and in headers.
    var constants: [ConstantIR]
    /// The body's members; empty: no body.
    var body: [MemberIR]
    /// Nil: no answer.
    var answer: SwiftType?
    /// The cases of the error enum that the server is known to answer with.
    var errors: [SwiftIdentifier]
    /// How to go through all pages.
    var pages: PagesIR?
    var like: [NamedText]
    var examples: [ExampleIR]
    /// The examples as tests.
    var wireExamples: [WireExampleIR]

    /// Whether an argument for the idempotency key is needed.
    var takesKey: Bool {
        if case .header = key { true } else { false }
    }
}

/// Where the idempotency key stands.
enum KeyIR: Sendable {
    case none
    case header(String, make: String, maxLength: Int?)
    /// A field of the body, by its dotted path.
    case field(String)
}

/// The member of a success body that holds the value.
enum EnvelopeIR: Sendable {
    /// The API's.
    case inherited
    /// The body itself is the value.
    case none
    case member(String)
    /// At the first of these places where there is something.
    case paths([String])
}

/// An argument of an operation.
struct ParameterIR: Sendable {
    /// Where its value goes.
    enum Place: Sendable, Hashable {
        case path
        case query
        case header
        case body
        /// Nowhere by itself: a field of the body takes it.
        case argument
    }

    var property: PropertyIR
    var place: Place
    var isUnlabelled: Bool
    /// The client's option that lists the allowed values.
    var among: SwiftIdentifier?

    var name: SwiftIdentifier { property.name }
    var type: SwiftType { property.type }
}

/// A parameter of the query or a header that is always the same.
struct ConstantIR: Sendable {
    var place: ParameterIR.Place
    var wireName: String
    var text: String
}

/// An operation that polls another one.
struct WaiterIR: Sendable {
    var id: String
    var name: SwiftIdentifier
    var about: String?
    var notes: String?
    var polled: OperationIR
    var until: SwiftIdentifier
    var shows: PropertyIR?
    /// Milliseconds.
    var interval: Int
    /// Milliseconds.
    var timeout: Int
}

/// A call as the documentation shows it.
struct ExampleIR: Sendable {
    var about: String?
    var arguments: [Argument]
    var response: String?

    /// An argument of the call.
    struct Argument: Sendable {
        /// Nil where it has no label.
        let label: SwiftIdentifier?
        let value: SwiftValue
    }
}
