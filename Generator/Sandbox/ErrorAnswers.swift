@_spi(Generated) import Pipeline
import WaybillJSON
@_spi(Generated) import WaybillRuntime

/// Failures in the form that the spec gives them.
struct ErrorAnswers: Sendable {
    private let api: ResolvedAPI
    private let skeletons: ErrorSkeletons
    /// The status of what is invalid and has no code: 400 where the spec knows that one and not the usual 422.
    private let invalidStatus: Int

    init(_ api: ResolvedAPI) {
        self.api = api
        skeletons = ErrorSkeletons(api)
        let usual = Refusal.Reason.invalid.status
        invalidStatus = !api.knows(status: usual) && api.knows(status: 400) ? 400 : usual
    }

    /// The answer to a request that is refused.
    func answer(_ refusal: Refusal, at moment: SandboxMoment) -> SandboxAnswer {
        let code = refusal.code ?? refusal.reason.flatMap(code(for:)) ?? codeInPlaceOfText(refusal.status)
        let status =
            code.flatMap { api.errors.codes.value.word($0)?.status }
            ?? (refusal.reason == .invalid ? invalidStatus : refusal.status)
        var answer = failure(status, body(code: code, status: status, refusal, moment))
        answer.headers += refusal.headers
        return answer
    }

    /// An answer with the media type that failures have.
    private func failure(_ status: Int, _ body: JSONValue) -> SandboxAnswer {
        var answer = SandboxAnswer(status: status, json: body)
        answer.headers = [("Content-Type", mediaType)]
        return answer
    }

    /// That of problem details, where failures are such (RFC 9457, section 3).
    private var mediaType: String { api.errors.areProblems ? "application/problem+json" : "application/json" }

    /// A code of the status, where a text would stand in the place of codes and be read as one.
    private func codeInPlaceOfText(_ status: Int) -> String? {
        guard api.errors.code.contains(skeletons.messagePlace) else { return nil }
        return api.errors.codes.words.first { $0.status == status }?.name
    }

    /// The answer that a fault asks for: the operation's example of that status, else one made from the codes.
    func answer(
        status: Int,
        code: String?,
        operation: ResolvedOperation,
        at moment: SandboxMoment
    ) -> SandboxAnswer {
        let examples = operation.examples.filter { $0.status == status }
        let example = examples.first { code == nil || $0.code == code }
        if let text = example?.response {
            var answer = SandboxAnswer(status: status)
            let isJSON = (try? JSONValue(parsing: text)) != nil
            if !text.isEmpty { answer.headers = [("Content-Type", isJSON ? mediaType : "text/plain; charset=utf-8")] }
            answer.body = Array(text.utf8)
            answer.set(example?.responseHeaders.map { ($0.name, $0.text) } ?? [])
            return answer
        }
        if status < 300 {
            let refusal = Refusal(status: status, code: code, message: "a fault that was asked for")
            return failure(status, body(code: code, status: status, refusal, moment))
        }
        let codes = api.errors.codes.words
        let word = code.map { code in codes.first { $0.name == code } } ?? codes.first { $0.status == status }
        let message = word?.about ?? "a fault that was asked for"
        return answer(Refusal(status: status, code: code ?? word?.name, message: message), at: moment)
    }

    private func code(for reason: Refusal.Reason) -> String? {
        api.sandbox.errors.first { $0.refusal == reason.rawValue }?.code
    }

    private func body(code: String?, status: Int, _ refusal: Refusal, _ moment: SandboxMoment) -> JSONValue {
        let errors = api.errors
        var body = skeletons.skeleton(for: status, refusal)
        skeletons.messagePlace.set(.string(refusal.text), in: &body)
        if let code, let path = errors.code.first { path.set(skeletons.value(ofCode: code), in: &body) }
        let details = ErrorDetails(refusal: refusal, moment: moment)
        let errorCase = errors.errorCase(code: code, status: errors.sortingStatus(code: code, status: status))
        if let path = errors.details.first, let model = errorCase?.details {
            let members = details.make(model.value)
            // Details that are the whole body stand beside the message and the code.
            for (key, value) in members where path.isEmpty { DottedPath(keys: [key]).set(value, in: &body) }
            if !members.isEmpty, !path.isEmpty { path.set(.object(members), in: &body) }
        }
        for field in errors.fields {
            guard let path = field.paths.first, let list = skeletons.list(field, refusal) else { continue }
            path.set(list, in: &body)
        }
        if status < 300 { api.errors.refusal?.mark(&body) }
        return body
    }
}

extension ResolvedAPI {
    /// Whether a code, a case or an example has this status.
    fileprivate func knows(status: Int) -> Bool {
        errors.codes.words.contains { $0.status == status }
            || errors.cases.contains { $0.statuses.contains { $0.contains(status) } }
            || operations.flatMap(\.examples).contains { $0.status == status }
    }
}

extension RefusalRule {
    /// Makes a refusal of a document that does not look like one yet.
    fileprivate func mark(_ body: inout JSONValue) {
        guard !refuses(body) else { return }
        switch sign {
        case .present: place.set(.bool(true), in: &body)
        case .equal(let values): place.set(values[0], in: &body)
        case .other: place.set("refused", in: &body)
        }
    }
}

extension ResolvedExample {
    /// The error code of its answer, where that is a failure.
    fileprivate var code: String? {
        if case .failure(_, let code, _) = outcome { code } else { nil }
    }
}

extension Refusal {
    /// The message with those of the fields.
    var text: String {
        guard !fields.isEmpty else { return message }
        return message + ": " + fields.map { "\($0.shownPath) \($0.demand)" }.joined(separator: "; ")
    }
}
