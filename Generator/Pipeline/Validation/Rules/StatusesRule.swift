import SpecYAML

struct StatusesRule: LocalRule {
    let id = "status-range"
    let summary = "A success has a status of 200 to 299, a failure one of 300 to 599."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for success in context.spec.resources.flatMap(\.operations).compactMap(\.value.success) {
            if !(200...299).contains(success.value) { diagnostics.error(id, noSuccess, at: success.location) }
        }
        for status in failures(of: context.spec) where status.value.lowerBound < 300 {
            diagnostics.error(id, noFailure, at: status.location)
        }
        // Where a 2xx can refuse, a case may take the refusals of which no code says more.
        let lowest = context.spec.errors.refusal == nil ? 300 : 200
        for status in context.spec.errors.cases.flatMap(\.value.statuses) where status.value.lowerBound < lowest {
            diagnostics.error(id, noFailure, at: status.location)
        }
    }

    private func failures(of spec: Spec) -> [Located<ClosedRange<Int>>] {
        var statuses = spec.errors.codes.compactMap(\.value.status).map { $0.map { $0...$0 } }
        statuses += spec.retry?.retryAfter?.on ?? []
        for outcome in spec.retry?.on ?? [] {
            if case .statuses(let range) = outcome.value { statuses.append(Located(range, at: outcome.location)) }
        }
        return statuses
    }
}

// MARK: - Messages

extension StatusesRule {
    private var noSuccess: String { "a success has a status of 200 to 299; describe failures under 'errors'" }

    private var noFailure: String { "below 300 nothing has failed; write statuses of 300 to 599" }
}
