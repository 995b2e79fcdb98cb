/// A client: its initialiser, its resources and what its requests have in common.
struct ClientIR: Sendable {
    var name: SwiftIdentifier
    var source: String
    var about: String?
    var address: AddressIR
    /// Values that stand in every path.
    var parameters: [ClientParameterIR]
    /// What stands before every path from the root.
    var basePath: String?
    var credentials: [CredentialIR]
    var options: [OptionIR]
    var resources: [ResourceIR]
    /// The operations whose path the user can replace.
    var overridable: [OverridablePathIR]
    var headers: [NamedText]
    var signature: SignatureIR?
    /// Where answers have their values; empty: the body is the value.
    var envelope: [String]
    var metadata: MetadataIR
    var timeouts: TimeoutsIR
    /// Nil: the runtime's own plan.
    var retry: RetryIR?
    var errorPaths: ErrorPathsIR
}

/// A name and a text, in the spec's order.
struct NamedText: Sendable, Hashable {
    var name: String
    var text: String
}

/// Where a client sends to.
enum AddressIR: Sendable {
    /// Named servers, of which the first is the default.
    case servers([ServerIR])
    /// A URL that the user gives.
    case url(argument: SwiftIdentifier, about: String?, suffix: String?, example: String)
}

/// A named server.
struct ServerIR: Sendable {
    var name: SwiftIdentifier
    var url: String
}

/// Something secret or identifying that the user gives.
struct CredentialIR: Sendable {
    var name: SwiftIdentifier
    /// The name as templates of headers use it.
    var specName: String
    var about: String?
    var looksLike: String?
    /// What is taken where the user gives none; such a credential may be blank.
    var defaultValue: String?
}

/// A value that the user gives and that stands in every path.
struct ClientParameterIR: Sendable {
    var name: SwiftIdentifier
    /// The name of its place in the base path.
    var specName: String
    var about: String?
}

/// A further argument of the client's initialiser: a list of the allowed values.
struct OptionIR: Sendable {
    var name: SwiftIdentifier
    var type: SwiftType
    var about: String?
}

/// A path that the client's user can replace.
struct OverridablePathIR: Sendable {
    var name: SwiftIdentifier
    var operation: String
    var path: String
    var about: String?
}

/// How a request is signed.
struct SignatureIR: Sendable {
    var algorithm: SignatureSpec.Algorithm
    var key: String
    var signs: String
    var encoding: SignatureSpec.Encoding
}

/// Which headers of an answer mean what.
struct MetadataIR: Sendable {
    var requestID: String?
    var rateLimitLimit: String?
    var rateLimitRemaining: String?
    var replayed: String?
}

/// Time limits in milliseconds.
struct TimeoutsIR: Sendable {
    var connect: Int?
    var attempt: Int?
    var call: Int?
}

/// Which failures are worth another attempt, and when; all times in milliseconds, nil where the runtime decides.
struct RetryIR: Sendable {
    /// When the Retry-After header counts.
    enum RetryAfter: Sendable {
        /// As the runtime has it.
        case standard
        /// Never.
        case none
        case rule(statuses: [ClosedRange<Int>], cap: Int, hasJitter: Bool)
    }

    var attempts: Int?
    var on: [RetrySpec.Outcome]?
    var delay: RetrySpec.Delay?
    var retryAfter: RetryAfter
}

/// The places of text, code and details in the body of a failure.
struct ErrorPathsIR: Sendable {
    var message: [String]
    var code: [String]
    var details: [String]
}
