@_spi(Generated) import WaybillRuntime

/// Writes what a test of an example expects of the answer's header fields.
struct AnswerHeaderTestRenderer {
    let client: ResolvedClient
    let resource: ResolvedResource
    let operation: ResolvedOperation
    let example: ResolvedExample

    /// Whether the example shows any.
    var isNeeded: Bool { !example.responseHeaders.isEmpty }

    /// The argument that has the answer carry them.
    var argument: [SwiftLayout] {
        guard isNeeded else { return [] }
        let pairs = example.responseHeaders.map { (SwiftCode.literal($0.name), SwiftLayout.code(.literal($0.text))) }
        return [.labelled(SwiftIdentifier(made: "headers"), .pairs(pairs))]
    }

    /// Whether a value is one of Foundation's.
    var hasDate: Bool {
        operation.answerHeaders.contains { value(of: $0)?.hasDate == true }
    }

    func write(to writer: inout SwiftWriter) {
        guard isNeeded else { return }
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
        guard let value = value(of: header) else { return " == nil" }
        // A word alone might be taken for one of the cases of an optional value.
        guard case .words(let words) = header.type, let text = header.text(among: example.responseHeaders) else {
            return " == \(value.code)"
        }
        let raw: SwiftCode = words.value.isNumeric ? .number(digits: text) : .literal(text)
        return "?.rawValue == \(raw)"
    }

    private func value(of header: ResolvedAnswerHeader) -> SwiftValue? {
        let value = header.text(among: example.responseHeaders).flatMap { header.value(of: $0) }
        return value.map { SwiftValue($0, as: header.type).constant }
    }
}
