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

    /// Values that the client refuses in a path or a header, whatever their type says.
    func checkPlaces(
        _ arguments: Located<JSONObject>,
        _ call: ExampleBody,
        _ parameters: [ResolvedParameter],
        into diagnostics: inout DiagnosticCollector
    ) {
        for parameter in parameters {
            guard let value = arguments.value[parameter.field.name], !value.isNull else { continue }
            let text = value.stringValue ?? value.description
            let fault: String? =
                switch parameter.place {
                case .path: PathValue.fault(inSegment: text)
                case .query, .header: fault(of: parameter, call)
                case .additional: clash(value.objectValue ?? [:], parameters)
                case .body, .argument: nil
                }
            if let fault { diagnostics.error(id, refused(parameter.field.name, fault), at: arguments.location) }
        }
    }

    private func fault(of parameter: ResolvedParameter, _ call: ExampleBody) -> String? {
        do throws(FormFault) {
            let fields = try call.fields(of: parameter)
            return parameter.place == .header ? fields.lazy.compactMap { HeaderValue.fault(in: $0.value) }.first : nil
        } catch {
            return error.reason
        }
    }

    private func clash(_ members: JSONObject, _ parameters: [ResolvedParameter]) -> String? {
        let known = parameters.filter { $0.place == .body }.flatMap(\.field.wireKeys)
        return members.keys.first { known.contains($0) }.map { "must not have '\($0)', which the body has already" }
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
        guard let written = call.bytes, written != shown else { return }
        diagnostics.error(id, otherBytes(written, shown), at: request.location)
    }
}

// MARK: - Messages

extension ExamplesRule {
    private var notFinal: String { "a status below 200 ends no call; write that of the answer" }

    private func bodiless(_ status: Int) -> String {
        "an answer with status \(status) has no body; leave out 'response', or correct the status"
    }

    private func refused(_ argument: String, _ fault: String) -> String {
        "the client refuses these arguments: \(SpecText.quoted(argument)) \(fault); correct it"
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
