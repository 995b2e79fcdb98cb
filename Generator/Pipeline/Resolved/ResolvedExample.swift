package import SpecYAML
@_spi(Generated) package import WaybillJSON
@_spi(Generated) package import WaybillRuntime

/// A request and its answer as they look on the wire.
package struct ResolvedExample: Sendable {
    package let name: String
    package let location: SourceLocation
    package let about: String?
    /// Whether it names arguments of its own.
    package let showsCall: Bool
    /// The call: its own arguments, or those of the first example that has some; nil where it cannot be called.
    package let call: ResolvedCall?
    /// The exact bytes of the request's body; nil where the example does not show them.
    package let request: String?
    /// The same where they are no text.
    package let requestBytes: [UInt8]?
    package let status: Int
    /// The exact bytes of the answer's body, where they are text.
    package let response: String?
    /// The exact bytes of the answer's body, where the spec writes them in Base64.
    package let responseBytes: [UInt8]?
    /// The answer's header fields, of those that the operation names.
    package let responseHeaders: [(name: String, text: String)]
    package let outcome: Outcome
    /// What of it is no published fact.
    package let certainty: [Certainty]

    package enum Outcome: Sendable {
        /// A value, which stands at this path.
        case value(at: DottedPath)
        /// The caller has the newest version.
        case notModified
        /// A failure: its case (nil: one that the spec does not name), its code, and its message (nil: one of the runtime's own).
        case failure(ResolvedErrorCase?, code: String?, message: String?)
    }

    /// Whether the answer is a success: a 2xx that refuses nothing.
    package var isSuccess: Bool {
        if case .failure = outcome { false } else { (200...299).contains(status) }
    }
}

/// A call of an operation, and what it puts on the wire beside the body.
package struct ResolvedCall: Sendable {
    /// The arguments that are given, in their order in Swift.
    package let arguments: [(parameter: ResolvedParameter, value: JSONValue)]
    /// The path, its placeholders filled and encoded.
    package let path: String
    /// The query with its question mark; empty where there is none.
    package let query: String
    package let headers: [(name: String, value: String)]
}
