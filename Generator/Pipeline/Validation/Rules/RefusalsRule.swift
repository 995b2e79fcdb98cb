import SpecYAML
import WaybillJSON
@_spi(Generated) import WaybillRuntime

struct RefusalsRule: LocalRule {
    let id = "refusal"
    let summary = "What refuses in the body of a 2xx is a text, a number or a truth value at a path, and said one way."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        guard let refusal = context.spec.errors.refusal else { return }
        if !DottedPath.isWellFormed(refusal.at.value) {
            diagnostics.error(id, noPath(refusal.at.value), at: refusal.at.location)
        }
        if let first = refusal.equals.first, !refusal.unless.isEmpty {
            diagnostics.error(id, twice, at: first.location)
        }
        for value in refusal.equals + refusal.unless where !isScalar(value.value) {
            diagnostics.error(id, noScalar, at: value.location)
        }
    }

    private func isScalar(_ value: JSONValue) -> Bool {
        switch value {
        case .bool, .number, .string: true
        case .null, .array, .object: false
        }
    }
}

// MARK: - Messages

extension RefusalsRule {
    private var twice: String { "'equals' names what refuses, and 'unless' what does not; write one of the two" }

    private var noScalar: String {
        "a text, a number or a truth value tells a refusal; for anything that is there, leave it out"
    }

    private func noPath(_ path: String) -> String {
        "\(SpecText.quoted(path)) is no path into the body; write member names with dots between them, such as meta.success"
    }
}
