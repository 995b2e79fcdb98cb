import SpecYAML
@_spi(Generated) import WaybillRuntime

struct WaitersRule: ValidationRule {
    let id = "waiter"
    let summary = "A waiter polls an operation of its resource until a predicate of the answer holds."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for resource in context.spec.resources {
            for waiter in resource.waiters {
                checkTimes(waiter.value, into: &diagnostics)
                checkNames(waiter.value, resource, context, into: &diagnostics)
            }
        }
    }

    private func checkTimes(_ waiter: WaiterSpec, into diagnostics: inout DiagnosticCollector) {
        if waiter.every.value < 1 { diagnostics.error(id, noInterval, at: waiter.every.location) }
        if waiter.timeout.value < waiter.every.value { diagnostics.error(id, tooShort, at: waiter.timeout.location) }
    }

    private func checkNames(
        _ waiter: WaiterSpec,
        _ resource: ResourceSpec,
        _ context: ValidationContext,
        into diagnostics: inout DiagnosticCollector
    ) {
        guard let operation = resource.operations.first(where: { $0.name.value == waiter.poll.value }) else {
            let names = resource.operations.map(\.name.value)
            return diagnostics.error(id, unknown("operation", waiter.poll.value, names), at: waiter.poll.location)
        }
        if operation.value.resolvedResend != .safe {
            diagnostics.error(id, notSafe(waiter.poll.value), at: waiter.poll.location)
        }
        let definitions = context.definitions
        let answer = operation.value.returns?.value
        guard !definitions.isUndefined(answer) else { return }
        guard let model = answer.flatMap({ definitions.type($0).model }) else {
            return diagnostics.error(id, noModel(waiter.poll.value), at: waiter.poll.location)
        }
        // Predicates that lead nowhere are another rule's business, and have a name all the same.
        let spec = context.spec.models.first { $0.name.value == model.name }
        let predicates = spec?.value.predicates.map(\.name.value) ?? []
        if !predicates.contains(waiter.until.value) {
            diagnostics.error(id, unknown("predicate", waiter.until.value, predicates), at: waiter.until.location)
        }
        if let status = waiter.statusField, model.value.field(status.value) == nil {
            let names = model.fields.map(\.name)
            diagnostics.error(id, unknown("field", status.value, names), at: status.location)
        }
    }
}

// MARK: - Messages

extension WaitersRule {
    private var noInterval: String { "a waiter must pause between polls; write a positive duration such as 2s" }

    private var tooShort: String { "the wait ends before the second poll; make 'timeout' at least as long as 'every'" }

    private func unknown(_ what: String, _ name: String, _ names: [String]) -> String {
        let fix =
            Suggestion.nearest(to: name, among: names).map { "did you mean \(SpecText.quoted($0))?" }
            ?? (names.isEmpty ? "add it" : "name one of \(names.joined(separator: ", "))")
        return "no \(what) \(SpecText.quoted(name)); \(fix)"
    }

    private func notSafe(_ name: String) -> String {
        "polling repeats \(SpecText.quoted(name)), which is not 'resend: safe'; poll an operation that only reads"
    }

    private func noModel(_ name: String) -> String {
        "\(SpecText.quoted(name)) answers no model, so nothing can end the wait; poll an operation that returns one"
    }
}
