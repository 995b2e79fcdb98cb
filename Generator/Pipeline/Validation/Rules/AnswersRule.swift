import SpecYAML

struct AnswersRule: ValidationRule {
    let id = "answer"
    let summary = "What is asked for is a media type, an answer that is no JSON is shown, and only reading revalidates."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for resource in context.spec.resources {
            let polled = resource.waiters.map(\.value.poll.value)
            for operation in resource.operations {
                checkForm(operation.value, into: &diagnostics)
                checkExamples(operation.value, context.spec, into: &diagnostics)
                let isFollowed = operation.value.pages != nil || polled.contains(operation.name.value)
                checkRevalidation(operation.value, isFollowed: isFollowed, into: &diagnostics)
                if isFollowed, let returns = operation.value.returns, returns.value.isOptional {
                    diagnostics.error(id, followedByNothing, at: returns.location)
                }
            }
        }
    }

    private func checkForm(_ operation: OperationSpec, into diagnostics: inout DiagnosticCollector) {
        if let accept = operation.accept, !MediaRanges.areWellFormed(accept.value) {
            diagnostics.error(id, noMediaType(accept.value), at: accept.location)
        }
        if let limit = operation.answerLimit, limit.value < 1 { diagnostics.error(id, noLimit, at: limit.location) }
        if let raw = operation.rawAnswer, operation.success?.value == 204 {
            diagnostics.error(id, noContent, at: raw.location)
        }
    }

    private func checkExamples(_ operation: OperationSpec, _ spec: Spec, into diagnostics: inout DiagnosticCollector) {
        for example in operation.examples.map(\.value) {
            let isRaw = operation.rawAnswer != nil && example.isSuccess(in: spec)
            if let bytes = example.responseBytes {
                if example.response != nil {
                    diagnostics.error(id, twice, at: bytes.location)
                } else if !isRaw || operation.rawAnswer?.value == .text {
                    diagnostics.error(id, noBytes, at: bytes.location)
                }
            } else if isRaw, example.response == nil {
                diagnostics.error(id, noExample, at: example.status.location)
            }
        }
    }

    private func checkRevalidation(
        _ operation: OperationSpec,
        isFollowed: Bool,
        into diagnostics: inout DiagnosticCollector
    ) {
        guard let flag = operation.ifNoneMatch, flag.value else { return }
        if !["GET", "HEAD"].contains(operation.method.value) {
            diagnostics.error(id, notReading(operation.method.value), at: flag.location)
        }
        if operation.returns == nil, operation.rawAnswer == nil {
            diagnostics.error(id, nothingToCompare, at: flag.location)
        } else if operation.returns?.value.isOptional == true {
            diagnostics.error(id, optional, at: flag.location)
        }
        if isFollowed { diagnostics.error(id, followed, at: flag.location) }
    }
}

// MARK: - Messages

extension AnswersRule {
    private func noMediaType(_ text: String) -> String {
        "\(SpecText.quoted(text)) is no media type; write one such as application/pdf, or several with commas"
    }

    private var noLimit: String { "an answer needs at least one byte; write a size such as 50 MiB" }

    private var noContent: String { "204 has no content; leave out 'returns', or correct 'success'" }

    private var twice: String { "the answer stands here twice; leave out 'response' or 'responseBase64'" }

    private var noBytes: String { "the answer is text or JSON; write it as 'response'" }

    private var noExample: String {
        "the operation answers something; add 'response' with its text, or 'responseBase64' with its bytes"
    }

    private func notReading(_ method: String) -> String {
        "\(method) does something each time, also where nothing is new; leave out 'ifNoneMatch'"
    }

    private var nothingToCompare: String {
        "the operation answers nothing that could have changed; leave out 'ifNoneMatch', or add 'returns'"
    }

    private var optional: String { "what has not changed is there; take the '?' from the type of 'returns'" }

    private var followedByNothing: String {
        "pages and waiters need a value each time; take the '?' away, or make an operation of its own for them"
    }

    private var followed: String {
        "pages and waiters need a value each time; leave out 'ifNoneMatch', or make an operation of its own for it"
    }
}
