/// Writes the error enum of an API: a case for each failure that callers handle alike, and the runtime's own.
struct ErrorRenderer {
    let api: ResolvedAPI
    let scope: TypeScope

    private static let own: [(name: SwiftIdentifier, details: SwiftCode, text: StaticString)] = [
        (
            SwiftIdentifier(made: "invalidArgument"), "InvalidArguments",
            "An argument was refused before anything was sent."
        ),
        (
            SwiftIdentifier(made: "transport"), "TransportFault",
            "The network failed; `delivery` tells whether the request may have arrived."
        ),
        (
            SwiftIdentifier(made: "timeout"), "ExpiredTimeout",
            "A time limit of this client passed; `delivery` tells whether the request may have arrived."
        ),
        (
            SwiftIdentifier(made: "cancelled"), "Cancellation",
            "The task was cancelled; `delivery` tells whether the request may have arrived."
        ),
        (
            SwiftIdentifier(made: "undecodable"), "UndecodableAnswer",
            "The server accepted the request, and its answer could not be read. Do not send it again."
        ),
        (
            SwiftIdentifier(made: "waitTimedOut"), "ExpiredWait",
            "A wait ended before what it waited for; nothing is known to have failed."
        ),
    ]

    /// What cannot be read may be a refusal.
    private static let refusable: StaticString =
        "A success could not be read; `delivery` tells whether it may have been a refusal. Do not send it again."

    private static let noToken: (name: SwiftIdentifier, details: SwiftCode, text: StaticString) = (
        SwiftIdentifier(made: "noToken"), "TokenFault",
        "There was no token to send the request with, and it was not sent; after a refused token `delivery` is `.rejected`."
    )

    /// The runtime's cases; an API without tokens needs none for them.
    private var own: [(name: SwiftIdentifier, details: SwiftCode, text: StaticString)] {
        Self.own + (api.hasTokens ? [Self.noToken] : [])
    }

    func render() -> GeneratedFile {
        let errors = api.errors
        var writer = SwiftWriter(scope)
        let types = errors.fields.map(\.type)
        FileHeader.write(
            from: api.location.shownFile,
            foundation: types.reduce(into: []) { $0.formUnion($1.foundationTypes) },
            to: &writer
        )
        var comment = DocComment("What a call of \(api.name) throws.", or: "")
        comment.add(
            """
            Every case carries a failure with `code`, `message`, `http`, `request`, `attempts`, `delivery` and `retryAfter`; \
            the same are on the error itself. A later version may add cases: write `default:` or `@unknown default:`.
            """
        )
        writer.doc(comment)
        writer.line("@nonexhaustive")
        writer.block("public enum \(api.errorName): APIError") { writer in
            writer.doc("The codes of the API.")
            writer.line("public typealias Code = \(type: errors.codes.identifier)")
            writer.doc("What a case carries.")
            writer.line("public typealias Failure<Details> = APIFailure<\(type: errors.codes.identifier), Details>")
            writer.blank()
            writeCases(to: &writer)
            writer.blank()
            writeSorting(to: &writer)
            writer.blank()
            writeAnswered(to: &writer)
            writer.blank()
            writeReport(to: &writer)
            ErrorFieldRenderer().write(errors.fields, to: &writer)
        }
        return GeneratedFile(path: "\(api.errorName.text).swift", text: writer.text)
    }

    private func writeCases(to writer: inout SwiftWriter) {
        for errorCase in api.errors.cases {
            let condition = ErrorCaseText.condition(errorCase)
            var comment = DocComment(errorCase.about, or: "The server refused.", tail: condition)
            comment.add(errorCase.certainty)
            writer.doc(comment)
            let details: SwiftCode = errorCase.details.map { "\(type: $0.identifier)?" } ?? "JSONValue?"
            writer.line("case \(errorCase.identifier)(Failure<\(details)>)")
        }
        writer.blank()
        writer.doc("The server refused with a status that the spec does not name.")
        writer.line("case unrecognized(Failure<JSONValue?>)")
        for own in own {
            let isUndecodable = own.name.text == "undecodable"
            let text = isUndecodable && api.errors.refusal != nil ? Self.refusable : own.text
            writer.doc(DocComment("\(text)", or: ""))
            writer.line("case \(own.name)(Failure<\(own.details)>)")
        }
    }

    private func writeSorting(to writer: inout SwiftWriter) {
        writer.doc("Sorts a failed call into its case: by code first, then by status, in the spec's order.")
        writer.block("public init(_ report: FailureReport)") { writer in
            if api.hasTokens {
                writer.block("if let fault = report.tokenFault") { writer in
                    writer.line("self = .noToken(Failure(report, fault))")
                    writer.line("return")
                }
            }
            writer.line("switch report.kind {")
            writer.line("case .answered: self.init(answered: report)")
            writer.line("case .invalidArguments(let details): self = .invalidArgument(Failure(report, details))")
            writer.line("case .transport(let details): self = .transport(Failure(report, details))")
            writer.line("case .timedOut(let details): self = .timeout(Failure(report, details))")
            writer.line("case .cancelled(let details): self = .cancelled(Failure(report, details))")
            writer.line("case .undecodable(let details): self = .undecodable(Failure(report, details))")
            writer.line("case .waitTimedOut(let details): self = .waitTimedOut(Failure(report, details))")
            writer.line("}")
        }
    }

    private func writeAnswered(to writer: inout SwiftWriter) {
        let byCode = api.errors.cases.filter { !$0.codes.isEmpty }
        writer.block("private init(answered report: FailureReport)") { writer in
            guard !byCode.isEmpty else { return writeStatuses(to: &writer) }
            writer.line("switch report.code {")
            for errorCase in byCode {
                writer.cases(errorCase.codes.map { .literal($0) }, assignment(errorCase))
            }
            writer.line("default:")
            writer.indented { writeStatuses(to: &$0) }
            writer.line("}")
        }
    }

    private func writeStatuses(to writer: inout SwiftWriter) {
        let byStatus = api.errors.cases.filter { !$0.statuses.isEmpty }
        let otherwise: SwiftCode = "self = .unrecognized(Failure(report, report.details))"
        guard !byStatus.isEmpty else { return writer.line(otherwise) }
        writer.line(api.errors.refusal == nil ? "switch report.status ?? 0 {" : "switch report.sortingStatus ?? 0 {")
        for errorCase in byStatus {
            let statuses = errorCase.statuses.map { range -> SwiftCode in
                range.count == 1
                    ? .number(range.lowerBound) : "\(range.lowerBound)...\(range.upperBound)"
            }
            writer.line("case \(.joined(statuses, ", ")): \(assignment(errorCase))")
        }
        writer.line("default: \(otherwise)")
        writer.line("}")
    }

    private func assignment(_ errorCase: ResolvedErrorCase) -> SwiftCode {
        let details: SwiftCode = errorCase.details == nil ? "report.details" : "report.details()"
        return "self = .\(member: errorCase.identifier)(Failure(report, \(details)))"
    }

    private func writeReport(to writer: inout SwiftWriter) {
        let names = api.errors.cases.map(\.identifier) + [SwiftIdentifier(made: "unrecognized")] + own.map(\.name)
        writer.doc("Everything that is known of the failed call.")
        writer.block("public var report: FailureReport") { writer in
            writer.line("switch self {")
            for name in names { writer.line("case .\(member: name)(let failure): failure.report") }
            writer.line("}")
        }
    }
}
