package import SpecYAML
@_spi(Generated) package import WaybillRuntime

/// How failures look, and which of them a caller handles alike.
package struct ResolvedErrors: Sendable {
    /// Where the readable text stands in the body, tried in this order.
    package let message: [DottedPath]
    package let code: [DottedPath]
    package let details: [DottedPath]
    /// Further members of error bodies.
    package let fields: [ResolvedErrorField]
    /// The codes, an open set of words.
    package let codes: Reference<ResolvedEnum>
    /// The cases, in the order in which they are tried.
    package let cases: [ResolvedErrorCase]
    /// What in the body of a 2xx is a failure too; nil: nothing.
    package let refusal: RefusalRule?
    /// Whether bodies are problem details (RFC 9457), which have a media type of their own.
    package let areProblems: Bool

    /// The case of a failure: by its code first, then by its status.
    package func errorCase(code: String?, status: Int) -> ResolvedErrorCase? {
        cases.first { errorCase in code.map { errorCase.codes.contains($0) } ?? false }
            ?? cases.first { $0.statuses.contains { $0.contains(status) } }
    }

    /// The status by which a failure is sorted: that of its code where a 2xx refuses.
    package func sortingStatus(code: String?, status: Int) -> Int {
        guard status < 300 else { return status }
        return code.flatMap { refusal?.statuses[$0] } ?? status
    }

    /// What a failure's body says, as the client reads it.
    func report(_ body: String) -> (code: String?, message: String?) {
        let body = ErrorBody(
            Array(body.utf8),
            ErrorPaths(
                message: message.isEmpty ? ["message"] : message.map(\.text),
                code: code.map(\.text)
            )
        )
        return (body.code, body.message)
    }
}

/// One case of the error enum.
package struct ResolvedErrorCase: Sendable {
    package let name: String
    /// The name in Swift, where the spec gives one.
    package let swiftName: String?
    package let location: SourceLocation
    package let about: String?
    /// The codes that lead here.
    package let codes: [String]
    /// The statuses that lead here.
    package let statuses: [ClosedRange<Int>]
    /// The model of the details.
    package let details: Reference<ResolvedModel>?
    /// What of it is no published fact.
    package let certainty: [Certainty]
}

/// A further member of error bodies.
package struct ResolvedErrorField: Sendable {
    package let name: String
    /// The name in Swift, where the spec gives one.
    package let swiftName: String?
    package let location: SourceLocation
    /// Its type, without the question mark that it always has.
    package let type: ResolvedType
    package let about: String?
    /// The paths in the body, tried in this order.
    package let paths: [DottedPath]
    /// What of it is no published fact.
    package let certainty: [Certainty]
}
