@_spi(Generated) import WaybillRuntime

/// Writes what a test of an example expects of the answer's header fields.
struct AnswerHeaderTestRenderer {
    let client: ResolvedClient
    let resource: ResolvedResource
    let operation: ResolvedOperation
    let example: ResolvedExample

    /// The argument that has the answer of an example carry them.
    static func argument(_ example: ResolvedExample) -> [SwiftLayout] {
        guard !example.responseHeaders.isEmpty else { return [] }
        let pairs = example.responseHeaders.map { (SwiftCode.literal($0.name), SwiftLayout.code(.literal($0.text))) }
        return [.labelled(SwiftIdentifier(made: "headers"), .pairs(pairs))]
    }

    /// Whether a value is one of Foundation's.
    var hasDate: Bool {
        operation.answerHeaders.contains { value(of: $0)?.hasDate == true }
    }

    func write(to writer: inout SwiftWriter) {
        guard !example.responseHeaders.isEmpty else { return }
        let type: SwiftCode =
            "\(type: client.identifier).\(member: resource.type).\(member: operation.headersType)"
        if case .failure = example.outcome {
            writer.line("let headers = try \(type)(#require(error?.http))")
        } else {
            writer.line("let headers = \(type)(answer.http)")
        }
        for header in operation.answerHeaders {
            writer.layout(.call("#expect", [.code("headers.\(member: header.identifier)\(expectation(header))")]))
        }
    }

    private func expectation(_ header: ResolvedAnswerHeader) -> SwiftCode {
        value(of: header).map { " == \($0.code)" } ?? " == nil"
    }

    private func value(of header: ResolvedAnswerHeader) -> SwiftValue? {
        let value = header.text(among: example.responseHeaders).flatMap { header.value(of: $0) }
        return value.map { SwiftValue($0, as: header.type).constant }
    }
}
