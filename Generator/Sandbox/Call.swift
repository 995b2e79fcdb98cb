@_spi(Generated) import Pipeline
import WaybillJSON
@_spi(Generated) import WaybillRuntime

/// One request of a known operation, by someone who may ask for it.
struct Call {
    let api: SandboxAPI
    let route: Route
    let request: SandboxRequest
    let body: JSONValue
    /// The credentials that it came with.
    let owner: String
    let moment: SandboxMoment

    /// Does what is asked for.
    func answer(_ state: inout SandboxState, _ trace: inout Trace) throws(Refusal) -> SandboxAnswer {
        let parameters = try checked()
        var scope = TemplateScope(moment: moment, counter: state.counter, body: body, parameters: parameters)
        scope.query = request.query
        defer { state.counter = scope.counter }
        guard let key = try idempotencyKey() else { return try compose(&scope, &state).answer }
        if var stored = state.answers[key], !isForgotten(stored) {
            stored.uses += 1
            state.answers.set(key, stored)
            trace.record.keyUses = stored.uses
            return try again(stored, &scope)
        }
        trace.record.keyUses = 1
        let (answer, document) = try compose(&scope, &state)
        let stored = StoredAnswer(
            fingerprint: fingerprint,
            status: answer.status,
            document: document,
            firstSeen: moment.milliseconds
        )
        state.answers.set(key, stored)
        return answer
    }

    /// Answers with a failure, or does what is asked for and lets the answer suffer.
    func answer(
        under fault: SandboxFault,
        _ state: inout SandboxState,
        _ trace: inout Trace
    ) throws(Refusal) -> SandboxAnswer {
        var answer = SandboxAnswer(status: 200)
        let status = fault.status ?? fault.code.flatMap { api.spec.errors.codes.value.word($0)?.status }
        let isRefusal = fault.code != nil && api.spec.errors.refusal != nil
        if let status = status ?? (isRefusal ? route.operation.success : nil), status >= 300 || isRefusal {
            answer = api.errors.answer(status: status, code: fault.code, operation: route.operation, at: moment)
        } else if fault.connection == nil || fault.connection == .truncate || fault.loses == .answer {
            answer = try self.answer(&state, &trace)
            answer.status = status ?? answer.status
        }
        answer.delay = fault.delay
        answer.connection = fault.connection
        if let retryAfter = fault.retryAfter { answer.set([("Retry-After", retryAfter)]) }
        return answer
    }

    private func checked() throws(Refusal) -> [String: JSONValue] {
        for (name, template) in route.client.requestHeaders where request.header(name).flatMap(template.match) == nil {
            throw Refusal(.malformed, "the header \(name) is missing, or not of the form \"\(template)\"")
        }
        var parameters = ParameterCheck()
        parameters.take(route.operation, path: route.pattern.match(request.path) ?? [:], request)
        var check = ValueChecker(.request)
        if let object = body.objectValue { check.check(object, route.operation.body) }
        let problems = parameters.problems + check.problems
        guard !problems.isEmpty else { return parameters.values }
        var refusal = Refusal(.invalid, "the request is not valid")
        refusal.fields = problems
        throw refusal
    }

    private func compose(
        _ scope: inout TemplateScope,
        _ state: inout SandboxState
    ) throws(Refusal) -> (answer: SandboxAnswer, document: JSONValue?) {
        let document = try AnswerComposer(route.operation).compose(&scope, &state)
        var answer = answer(route.operation.success, document)
        answer.set(scope.headers)
        return (answer, document)
    }

    private func answer(_ status: Int, _ document: JSONValue?) -> SandboxAnswer {
        var answer =
            route.operation.rawExample ?? document.map { SandboxAnswer(status: status, json: $0) }
            ?? SandboxAnswer(status: status)
        answer.status = status
        answer.set(route.operation.exampleHeaders)
        guard route.operation.revalidates else { return answer }
        let tag = EntityTag(of: answer.body)
        if let known = request.header("If-None-Match"), tag.isNamed(in: known) {
            let headers = answer.headers.filter { !$0.name.lowercased().hasPrefix("content-") }
            answer = SandboxAnswer(status: 304)
            answer.headers = headers
        }
        answer.set([("ETag", tag.description)])
        return answer
    }

    /// Answers a key that is known: as the spec says it (`repeat`), else by a replay or, for another payload, a conflict.
    private func again(_ stored: StoredAnswer, _ scope: inout TemplateScope) throws(Refusal) -> SandboxAnswer {
        if let repetition = route.operation.sandbox?.repetition {
            let document = AnswerComposer(route.operation).repeated(stored.document, &scope)
            return answer(repetition.status, document)
        }
        guard stored.fingerprint == fingerprint else {
            var refusal = Refusal(.idempotencyConflict, "the idempotency key was used with another payload")
            refusal.time = stored.firstSeen
            throw refusal
        }
        var answer = answer(stored.status, stored.document)
        if let name = api.spec.metadata.replayed { answer.set([(name, "true")]) }
        return answer
    }

    /// Whether the key has been known for as long as the server knows one.
    private func isForgotten(_ stored: StoredAnswer) -> Bool {
        guard let lifetime = route.operation.keyLifetime else { return false }
        return moment.milliseconds - stored.firstSeen >= Int64(lifetime)
    }

    private var fingerprint: StoredAnswer.Fingerprint {
        StoredAnswer.Fingerprint(method: request.method, path: request.path, body: body)
    }

    /// The key with what it belongs to; nil where the request has none.
    ///
    /// A key in a header belongs to the credentials, one in the body to the operation too.
    private func idempotencyKey() throws(Refusal) -> String? {
        switch route.operation.key {
        case .none: return nil
        case .field(let path): return path.value(in: body)?.stringValue.map { "\(owner)\n\n\(route.id)\n\($0)" }
        case .header(let header, _, let maxLength):
            guard let key = request.header(header) else { return nil }
            guard !key.isEmpty, key.unicodeScalars.count <= maxLength else {
                throw Refusal(.malformed, "the header \(header) must have from 1 to \(maxLength) characters")
            }
            return "\(owner)\n\n\(key)"
        }
    }
}
