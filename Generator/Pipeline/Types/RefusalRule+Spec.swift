@_spi(Generated) import WaybillJSON
@_spi(Generated) import WaybillRuntime

extension RefusalRule {
    /// The rule of a spec; nil where every 2xx is a success.
    init?(_ errors: ErrorsSpec) {
        guard let refusal = errors.refusal else { return nil }
        let codes = errors.codes.compactMap { code in code.value.status.map { (code.name.value, $0.value) } }
        let sign: Sign =
            if !refusal.equals.isEmpty {
                .equal(refusal.equals.map(\.value))
            } else if !refusal.unless.isEmpty {
                .other(refusal.unless.map(\.value))
            } else {
                .present
            }
        self.init(at: refusal.at.value, sign, statuses: Dictionary(codes) { first, _ in first })
    }

    /// Whether a body is a refusal; one that is no JSON is none.
    func refuses(_ body: String) -> Bool {
        (try? JSONValue(parsing: Array(body.utf8))).map { refuses($0) } ?? false
    }
}

extension ExampleSpec {
    /// Whether the answer is a success: a 2xx that refuses nothing.
    func isSuccess(in spec: Spec) -> Bool {
        guard (200...299).contains(status.value) else { return false }
        guard let text = response?.value, let rule = RefusalRule(spec.errors) else { return true }
        return !rule.refuses(text)
    }
}
