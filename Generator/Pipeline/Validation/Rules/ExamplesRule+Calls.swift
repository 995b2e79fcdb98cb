import SpecYAML
import WaybillJSON
@_spi(Generated) import WaybillRuntime

/// What an example says of a call, against what the client makes of that call.
extension ExamplesRule {
    /// An answer has a status that ends an exchange, and no body where HTTP has none (RFC 9110, section 6.4.1).
    func checkStatus(_ example: ExampleSpec, into diagnostics: inout DiagnosticCollector) {
        let status = example.status.value
        if status < 200 { diagnostics.error(id, notFinal, at: example.status.location) }
        guard [204, 205, 304].contains(status), let response = example.response, !response.value.isEmpty else { return }
        diagnostics.error(id, bodiless(status), at: response.location)
    }

    /// An answer that is longer than the client reads ends its call.
    func checkLength(
        _ example: ExampleSpec,
        _ operation: OperationSpec,
        into diagnostics: inout DiagnosticCollector
    ) {
        guard let limit = operation.answerLimit?.value, limit > 0 else { return }
        if let text = example.response, text.value.utf8.count > limit {
            diagnostics.error(id, tooLong, at: text.location)
        } else if let bytes = example.responseBytes, bytes.value.count > limit {
            diagnostics.error(id, tooLong, at: bytes.location)
        }
    }

    /// Values that the client refuses where they stand, whatever their type says.
    func checkPlaces(
        _ arguments: Located<JSONObject>,
        _ call: ExampleBody,
        _ parameters: [ResolvedParameter],
        into diagnostics: inout DiagnosticCollector
    ) {
        let given = parameters.filter { arguments.value[$0.field.name].map { !$0.isNull } ?? false }
        for problem in given.compactMap(call.problem(of:)) {
            diagnostics.error(id, refused(problem), at: arguments.location)
        }
    }

    /// Values that have no place in a form or in parts.
    func checkBody(
        _ arguments: Located<JSONObject>,
        _ call: ExampleBody,
        into diagnostics: inout DiagnosticCollector
    ) {
        if let problem = call.problem { diagnostics.error(id, refused(problem), at: arguments.location) }
    }

    /// The bytes of a request are those that the client writes for the example's call.
    func checkBytes(
        _ example: ExampleSpec,
        given: Located<JSONObject>?,
        _ operation: OperationSpec,
        _ context: ValidationContext,
        into diagnostics: inout DiagnosticCollector
    ) {
        let parameters = context.definitions.parameters(of: operation)
        let body = RequestBody(operation, context.definitions)
        guard let request = example.request, !body.isEmpty,
            given != nil || !parameters.contains(where: \.field.isRequired)
        else { return }
        let shown = Array(body.text(shownAs: request.value).utf8)
        let call = ExampleBody(body, parameters, given: given?.value ?? JSONObject())
        guard let written = try? call.bytes(), written != shown else { return }
        diagnostics.error(id, otherBytes(written, shown), at: request.location)
    }
}

// MARK: - Messages

extension ExamplesRule {
    private var notFinal: String { "a status below 200 ends no call; write that of the answer" }

    private func bodiless(_ status: Int) -> String {
        "an answer with status \(status) has no body; leave out 'response', or correct the status"
    }

    private var tooLong: String { "this answer is larger than 'answerLimit'; raise the limit, or shorten the answer" }

    private func refused(_ problem: ValueProblem) -> String {
        "the client refuses these arguments: \(problem.statement); correct it"
    }

    /// Both from shortly before the place where they part.
    private func otherBytes(_ written: [UInt8], _ shown: [UInt8]) -> String {
        let same = zip(written, shown).prefix { $0 == $1 }.count
        let (mine, yours) = (excerpt(written, around: same), excerpt(shown, around: same))
        return "for these arguments the client writes \(mine), and here stands \(yours); correct one of the two"
    }

    private func excerpt(_ bytes: [UInt8], around place: Int) -> String {
        let start = max(0, place - 24)
        let end = min(bytes.count, place + 36)
        let text = String(decoding: bytes[min(start, bytes.count)..<max(start, end)], as: UTF8.self)
        return SpecText.quoted((start > 0 ? "…" : "") + text + (end < bytes.count ? "…" : ""))
    }
}
