import SpecYAML
import WaybillJSON
@_spi(Generated) import WaybillRuntime

struct ExamplesRule: ValidationRule {
    let id = "example"
    let summary = "Every operation shows a success, and the JSON of examples has the shapes that the spec describes."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for operation in context.spec.resources.flatMap(\.operations) {
            if !operation.value.examples.contains(where: { $0.value.isSuccess(in: context.spec) }) {
                diagnostics.error(id, noSuccess(operation.name.value), at: operation.name.location)
            }
            let usual = operation.value.examples.lazy.compactMap { $0.value.arguments }.first
            for example in operation.value.examples.map(\.value) {
                var found = DiagnosticCollector()
                checkStatus(example, into: &found)
                checkLength(example, operation.value, into: &found)
                checkArguments(example, operation.value, context, into: &found)
                checkRequest(example, operation.value, context, into: &found)
                if !found.hasErrors {
                    checkBytes(example, given: example.arguments ?? usual, operation.value, context, into: &found)
                }
                checkResponse(example, operation.value, context, into: &found)
                diagnostics.merge(found)
            }
        }
    }

    private func checkArguments(
        _ example: ExampleSpec,
        _ operation: OperationSpec,
        _ context: ValidationContext,
        into diagnostics: inout DiagnosticCollector
    ) {
        let parameters = context.definitions.parameters(of: operation)
        guard let arguments = example.arguments else {
            let isNeeded = example.isSuccess(in: context.spec) || example.request != nil
            if isNeeded, parameters.contains(where: \.field.isRequired) {
                diagnostics.error(id, noArguments, at: example.location)
            }
            return
        }
        let body = RequestBody(operation, context.definitions)
        var checker = ValueChecker(.arguments)
        checker.check(
            arguments.value,
            context.definitions.callMembers(of: operation),
            anyOf: body.alternatives,
            isOpen: false
        )
        report(checker, at: arguments.location, into: &diagnostics)
        guard checker.problems.isEmpty else { return }
        let call = ExampleBody(body, parameters, given: arguments.value)
        checkPlaces(arguments, call, parameters, into: &diagnostics)
        // What no call can write is said of the field.
        guard FormsRule.problems(of: operation, context.definitions).isEmpty else { return }
        checkBody(arguments, call, into: &diagnostics)
    }

    private func checkRequest(
        _ example: ExampleSpec,
        _ operation: OperationSpec,
        _ context: ValidationContext,
        into diagnostics: inout DiagnosticCollector
    ) {
        guard let text = example.request else { return }
        let body = RequestBody(operation, context.definitions)
        guard !body.isEmpty else { return diagnostics.error(id, noBody, at: text.location) }
        guard body.encoding != .bytes, body.encoding != .multipart else {
            return diagnostics.error(id, noText, at: text.location)
        }
        guard let value = value(of: text, body, into: &diagnostics) else { return }
        guard let object = value.objectValue else { return diagnostics.error(id, noObject, at: text.location) }
        var checker = ValueChecker(.example)
        checker.check(object, body)
        report(checker, at: text.location, into: &diagnostics)
    }

    private func checkResponse(
        _ example: ExampleSpec,
        _ operation: OperationSpec,
        _ context: ValidationContext,
        into diagnostics: inout DiagnosticCollector
    ) {
        let isOptional = operation.returns?.value.isOptional ?? false
        let isSuccess = example.isSuccess(in: context.spec)
        if operation.rawAnswer != nil, isSuccess { return }
        guard let text = example.response else {
            let location = example.status.location
            let isNeeded = isSuccess && operation.returns != nil && !isOptional
            if isNeeded { diagnostics.error(id, noResponse, at: location) }
            return
        }
        if text.value.isEmpty, operation.returns == nil || isOptional || !isSuccess { return }
        // A failure can be told in words, or by what stands before the service.
        if !isSuccess, !text.value.drop(while: \.isWhitespace).starts(with: /[{\[]/) { return }
        guard let value = value(of: text, into: &diagnostics) else { return }
        guard isSuccess else { return checkCode(value, text, context.spec.errors, into: &diagnostics) }
        guard let type = operation.returns?.value else { return }
        let envelope = ResolvedEnvelope(operation, in: context.spec)
        guard let payload = envelope.value(in: value) else {
            if isOptional { return }
            let paths = envelope.paths.map(\.text).joined(separator: ", ")
            return diagnostics.error(id, noEnvelope(paths), at: text.location)
        }
        var checker = ValueChecker(.answer)
        checker.check(payload, context.definitions.type(type).shape(ofStatus: example.status.value), at: "")
        report(checker, at: text.location, into: &diagnostics)
    }

    private func report(
        _ checker: ValueChecker,
        at location: SourceLocation,
        into diagnostics: inout DiagnosticCollector
    ) {
        guard let problem = checker.problems.first else { return }
        diagnostics.error(id, misfit(problem.statement), at: location)
    }

    private func checkCode(
        _ value: JSONValue,
        _ text: Located<String>,
        _ errors: ErrorsSpec,
        into diagnostics: inout DiagnosticCollector
    ) {
        let codes = errors.codes.map(\.name.value)
        let isNumbered = codes.contains { Int($0) != nil }
        let found = errors.code.lazy.compactMap { path in
            let value = DottedPath(path.value).value(in: value)
            // A number of another layer, such as an operator's, is not missed where the codes are words.
            return value?.stringValue ?? (isNumbered ? value?.intValue.map { String($0) } : nil)
        }
        guard let code = found.first, !codes.isEmpty, !codes.contains(code) else { return }
        diagnostics.error(id, unknownCode(code), at: text.location)
    }

    /// The value of an answer.
    private func value(of text: Located<String>, into diagnostics: inout DiagnosticCollector) -> JSONValue? {
        do throws(JSONError) {
            let options = JSONParsingOptions(duplicateKeys: .refuse)
            return try JSONValue(parsing: Array(text.value.utf8), options: options)
        } catch {
            diagnostics.error(id, malformed(error), at: text.location)
            return nil
        }
    }

    /// The value of a body, whose bytes are those that the client writes.
    private func value(
        of text: Located<String>,
        _ body: RequestBody,
        into diagnostics: inout DiagnosticCollector
    ) -> JSONValue? {
        let bytes = Array(body.text(shownAs: text.value).utf8)
        do throws(RequestBody.Fault) {
            let value = try body.value(of: bytes)
            if let written = body.canonicalText(of: bytes), !written.utf8.elementsEqual(bytes) {
                diagnostics.error(id, otherBytes(written), at: text.location)
                return nil
            }
            return value
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

    private var noText: String { "the arguments say what these bytes are; leave out 'request'" }

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

    private func malformed(_ fault: RequestBody.Fault) -> String {
        switch fault {
        case .json(let error): malformed(error)
        case .form(let problem): "this is no form: \(problem); correct it"
        case .parts(let problem): "this is not made of parts: \(problem); correct it"
        case .text: "this is no text; correct it"
        }
    }

    private func otherBytes(_ text: String) -> String {
        "a form of these fields is written \(SpecText.quoted(text)); correct it"
    }
}
