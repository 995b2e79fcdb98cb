import SpecYAML
@_spi(Generated) import WaybillRuntime

struct ErrorCasesRule: ValidationRule {
    let id = "error-case"
    let summary = "Each error case is led to by codes or by statuses, and no other case before it takes them all."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        let codes = context.spec.errors.codes.map(\.name.value)
        var taken: [(codes: Set<String>, statuses: [ClosedRange<Int>])] = []
        for errorCase in context.spec.errors.cases {
            checkWay(errorCase, into: &diagnostics)
            for code in errorCase.value.codes where !codes.contains(code.value) {
                diagnostics.error(id, unknown(code.value, codes), at: code.location)
            }
            checkTaken(errorCase.value, taken, into: &diagnostics)
            taken.append((Set(errorCase.value.codes.map(\.value)), errorCase.value.statuses.map(\.value)))
        }
        checkPaths(context.spec.errors, into: &diagnostics)
    }

    private func checkWay(_ errorCase: Named<ErrorCaseSpec>, into diagnostics: inout DiagnosticCollector) {
        let hasCodes = !errorCase.value.codes.isEmpty
        guard hasCodes != errorCase.value.statuses.isEmpty else { return }
        diagnostics.error(id, hasCodes ? bothWays : noWay, at: errorCase.name.location)
    }

    private func checkTaken(
        _ errorCase: ErrorCaseSpec,
        _ taken: [(codes: Set<String>, statuses: [ClosedRange<Int>])],
        into diagnostics: inout DiagnosticCollector
    ) {
        for code in errorCase.codes where taken.contains(where: { $0.codes.contains(code.value) }) {
            diagnostics.error(id, unreachable(code.value), at: code.location)
        }
        for range in errorCase.statuses {
            let isCovered = range.value.allSatisfy { status in
                taken.contains { $0.statuses.contains { $0.contains(status) } }
            }
            if isCovered { diagnostics.error(id, unreachable(range.value), at: range.location) }
        }
    }

    private func checkPaths(_ errors: ErrorsSpec, into diagnostics: inout DiagnosticCollector) {
        for path in errors.message + errors.code + errors.details where !DottedPath.isWellFormed(path.value) {
            diagnostics.error(id, noPath(path.value), at: path.location)
        }
        if errors.code.isEmpty, let code = errors.codes.first {
            diagnostics.error(id, noCodePath, at: code.name.location)
        }
    }
}

// MARK: - Messages

extension ErrorCasesRule {
    private var noWay: String { "nothing leads to this case; give it a 'code' or a 'status'" }

    private var bothWays: String { "a case has a 'code' or a 'status', not both; make it two cases" }

    private var noCodePath: String { "nothing says where the code stands; write 'code:' beside 'codes:'" }

    private func unknown(_ code: String, _ codes: [String]) -> String {
        let fix =
            Suggestion.nearest(to: code, among: codes).map { "did you mean \(SpecText.quoted($0))?" }
            ?? "add it to 'codes'"
        return "no error code \(SpecText.quoted(code)); \(fix)"
    }

    private func unreachable(_ code: String) -> String {
        "an earlier case has the code \(SpecText.quoted(code)); leave it out of one of them"
    }

    private func unreachable(_ range: ClosedRange<Int>) -> String {
        let text = range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
        return "earlier cases have all of \(text); move this case up, or leave it out"
    }

    private func noPath(_ path: String) -> String {
        "\(SpecText.quoted(path)) is no path into the body; write member names with dots between them, such as error.message"
    }
}
