import SpecYAML

struct BodyFromRule: LocalRule {
    let id = "body-from"
    let summary = "`bodyFrom` names an operation of the same file that has a body of its own."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for resource in context.spec.resources {
            for operation in resource.operations {
                guard let name = operation.bodyFrom else { continue }
                guard let base = resource.operations.first(where: { $0.name.value == name.value }) else {
                    let others = resource.operations.map(\.name.value).filter { $0 != operation.name.value }
                    diagnostics.error(id, unknown(name.value, others), at: name.location)
                    continue
                }
                if base.bodyFrom != nil {
                    diagnostics.error(id, chain(name.value), at: name.location)
                } else if !base.hasBody {
                    diagnostics.error(id, empty(name.value), at: name.location)
                }
            }
        }
    }
}

// MARK: - Messages

extension BodyFromRule {
    private func unknown(_ name: String, _ names: [String]) -> String {
        let fix =
            Suggestion.nearest(to: name, among: names).map { "did you mean \(SpecText.quoted($0))?" }
            ?? "name one of this file"
        return "no operation \(SpecText.quoted(name)); \(fix)"
    }

    private func chain(_ name: String) -> String {
        "\(SpecText.quoted(name)) has no body of its own but one from elsewhere; name an operation that writes its body"
    }

    private func empty(_ name: String) -> String {
        "\(SpecText.quoted(name)) has no body; write the fields under 'body'"
    }
}
