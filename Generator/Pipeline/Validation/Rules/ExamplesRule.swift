import SpecYAML
import WaybillJSON

struct ExamplesRule: ValidationRule {
    let id = "example"
    let summary = "Every operation shows a success, and the JSON of examples has the shapes that the spec describes."

    func check(_ spec: Spec, into diagnostics: inout DiagnosticCollector) {
        let table = TypeTable(spec)
        for operation in spec.resources.flatMap(\.operations) {
            if !operation.value.examples.contains(where: { isSuccess($0.value) }) {
                diagnostics.error(id, noSuccess(operation.name.value), at: operation.name.location)
            }
            for example in operation.value.examples.map(\.value) {
                checkArguments(example, operation.value, table, into: &diagnostics)
                checkRequest(example, operation.value, table, into: &diagnostics)
                checkResponse(example, operation.value, spec, table, into: &diagnostics)
            }
        }
    }

    private func isSuccess(_ example: ExampleSpec) -> Bool {
        (200...299).contains(example.status.value)
    }

    private func checkArguments(
        _ example: ExampleSpec,
        _ operation: OperationSpec,
        _ table: TypeTable,
        into diagnostics: inout DiagnosticCollector
    ) {
        let body = operation.body.filter { $0.value.always == nil && $0.value.filled == nil }
        let fields =
            operation.pathParameters + operation.arguments + body + operation.queryParameters
            + operation.headerParameters
        let isNeeded = isSuccess(example) || example.request != nil
        guard let arguments = example.arguments else {
            let isMissing = fields.contains { $0.value.type?.value.isOptional == false && $0.value.defaultValue == nil }
            if isNeeded, isMissing { diagnostics.error(id, noArguments, at: example.location) }
            return
        }
        let checker = ShapeChecker(table: table, direction: .request)
        if let fault = checker.fault(arguments.value, fields, isOpen: false) {
            diagnostics.error(id, misfit(fault), at: arguments.location)
        }
    }

    private func checkRequest(
        _ example: ExampleSpec,
        _ operation: OperationSpec,
        _ table: TypeTable,
        into diagnostics: inout DiagnosticCollector
    ) {
        guard let text = example.request else { return }
        guard !operation.body.isEmpty else { return diagnostics.error(id, noBody, at: text.location) }
        guard let value = parsed(text, into: &diagnostics) else { return }
        guard let object = value.objectValue else { return diagnostics.error(id, noObject, at: text.location) }
        let checker = ShapeChecker(table: table, direction: .request)
        if let fault = checker.fault(object, operation.body, isOpen: false) {
            diagnostics.error(id, misfit(fault), at: text.location)
        }
    }

    private func checkResponse(
        _ example: ExampleSpec,
        _ operation: OperationSpec,
        _ spec: Spec,
        _ table: TypeTable,
        into diagnostics: inout DiagnosticCollector
    ) {
        guard let text = example.response else {
            let location = example.status.location
            if isSuccess(example), operation.returns != nil { diagnostics.error(id, noResponse, at: location) }
            return
        }
        if text.value.isEmpty, operation.returns == nil || !isSuccess(example) { return }
        guard let value = parsed(text, into: &diagnostics) else { return }
        guard isSuccess(example) else { return checkCode(value, text, spec.errors, into: &diagnostics) }
        guard let type = operation.returns?.value else { return }
        let places = Envelope.places(of: operation, in: spec)
        guard let payload = Envelope.payload(of: value, places) else {
            return diagnostics.error(id, noEnvelope(places.joined(separator: ", ")), at: text.location)
        }
        if let fault = ShapeChecker(table: table, direction: .answer).fault(payload, type) {
            diagnostics.error(id, misfit(fault), at: text.location)
        }
    }

    private func checkCode(
        _ value: JSONValue,
        _ text: Located<String>,
        _ errors: ErrorsSpec,
        into diagnostics: inout DiagnosticCollector
    ) {
        let codes = errors.codes.map(\.name.value)
        let found = errors.code.lazy.compactMap { path in
            value.member(at: path.value)?.stringValue
        }
        guard let code = found.first, !codes.isEmpty, !codes.contains(code) else { return }
        diagnostics.error(id, unknownCode(code), at: text.location)
    }

    private func parsed(_ text: Located<String>, into diagnostics: inout DiagnosticCollector) -> JSONValue? {
        do throws(JSONError) {
            return try JSONValue(parsing: text.value, options: JSONParsingOptions(duplicateKeys: .refuse))
        } catch {
            diagnostics.error(id, malformed(error), at: text.location)
            return nil
        }
    }
}

// MARK: - Messages

extension ExamplesRule {
    private var noArguments: String { "the call has required arguments, and this example names none; add 'arguments'" }

    private var noBody: String { "the operation has no body; leave out 'request'" }

    private var noObject: String { "the body is an object; write one" }

    private var noResponse: String { "the operation answers something; add 'response' with the bytes of the answer" }

    private func noSuccess(_ name: String) -> String {
        "operation \(SpecText.quoted(name)) needs an example of a success; add one with a status of 200 to 299"
    }

    private func noEnvelope(_ member: String) -> String {
        "the answer has no member \(SpecText.quoted(member)), which the envelope names; add it, or write 'envelope: none'"
    }

    private func misfit(_ fault: String) -> String {
        "this does not fit the spec: \(fault); correct one of the two"
    }

    private func unknownCode(_ code: String) -> String {
        "the error code \(SpecText.quoted(code)) is not under 'errors: codes:'; add it there, or correct the example"
    }

    private func malformed(_ error: JSONError) -> String {
        "this is no JSON: \(error.reason) at byte \(error.offset); correct it"
    }
}
