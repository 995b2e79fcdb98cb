import Pipeline
import WaybillJSON

/// Failures in the form that the spec gives them.
struct ErrorAnswers: Sendable {
    private let index: SpecIndex
    private let skeletons: ErrorSkeletons

    init(_ index: SpecIndex) {
        self.index = index
        skeletons = ErrorSkeletons(index.spec)
    }

    /// The answer to a request that is refused.
    func answer(_ refusal: Refusal, at moment: SandboxMoment) -> SandboxAnswer {
        let code = refusal.code ?? refusal.situation.flatMap(code(for:))
        let status = code.flatMap { index.code($0)?.status?.value } ?? refusal.status
        var answer = SandboxAnswer(status: status, json: body(code: code, status: status, refusal, moment))
        answer.headers += refusal.headers
        return answer
    }

    /// The answer that a fault asks for: the operation's example of that status, else one made from the codes.
    func answer(status: Int, code: String?, operation: OperationSpec, at moment: SandboxMoment) -> SandboxAnswer {
        let examples = operation.examples.filter { $0.value.status.value == status }
        let example = examples.first { code == nil || self.code(of: $0.value) == code }
        if let text = example?.response?.value {
            var answer = SandboxAnswer(status: status)
            if !text.isEmpty { answer.headers = [("Content-Type", "application/json")] }
            answer.body = Array(text.utf8)
            return answer
        }
        let code = code ?? index.codes(for: status).first
        let message = code.flatMap { index.code($0)?.about?.value } ?? "a fault that was asked for"
        return answer(Refusal(status: status, code: code, message: message), at: moment)
    }

    private func code(for situation: Situation) -> String? {
        index.spec.sandbox.errors.first { $0.name.value == situation.rawValue }?.value.value
    }

    private func code(of example: ExampleSpec) -> String? {
        guard let text = example.response?.value, let body = try? JSONValue(parsing: text) else { return nil }
        return index.spec.errors.code.lazy.compactMap { body.value(at: $0.value)?.stringValue }.first
    }

    private func body(code: String?, status: Int, _ refusal: Refusal, _ moment: SandboxMoment) -> JSONValue {
        let spec = index.spec.errors
        var body = skeletons.skeleton(for: status)
        body.set(.string(refusal.text), at: spec.message.first?.value ?? "message")
        if let code, let path = spec.code.first { body.set(.string(code), at: path.value) }
        let details = ErrorDetails(index: index, refusal: refusal, moment: moment)
        if let path = spec.details.first, let model = index.details(code: code, status: status) {
            let members = details.make(model)
            if !members.isEmpty { body.set(.object(members), at: path.value) }
        }
        for field in spec.fields {
            guard let path = field.at.first, let list = details.list(field.type.value) else { continue }
            body.set(list, at: path.value)
        }
        return body
    }
}

extension Refusal {
    /// The message with those of the fields.
    var text: String {
        guard !fields.isEmpty else { return message }
        return message + ": " + fields.map { "\($0.path) \($0.text)" }.joined(separator: "; ")
    }
}
