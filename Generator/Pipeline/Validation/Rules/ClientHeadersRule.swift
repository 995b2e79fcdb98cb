import SpecYAML
@_spi(Generated) import WaybillRuntime

struct ClientHeadersRule: LocalRule {
    let id = "client-header"
    let summary = "A client's headers are made of its parameters, and have values that can be sent."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for client in context.spec.clients.map(\.value) {
            let names = client.parameters.map(\.name.value)
            for header in client.headers { check(header.value, names, into: &diagnostics) }
        }
    }

    private func check(_ text: Located<String>, _ names: [String], into diagnostics: inout DiagnosticCollector) {
        let template = TextTemplate(text.value)
        if !template.isBalanced { diagnostics.error(id, unbalanced, at: text.location) }
        for placeholder in template.placeholders where !names.contains(placeholder) {
            diagnostics.error(id, unknown(placeholder, names), at: text.location)
        }
        if let fault = HeaderValue.fault(in: template.text { _ in "x" }) {
            diagnostics.error(id, unsendable(fault), at: text.location)
        }
    }
}

// MARK: - Messages

extension ClientHeadersRule {
    private var unbalanced: String { "a brace has no partner; write placeholders as {name}" }

    private func unsendable(_ fault: String) -> String { "the value \(fault); write one that a header can have" }

    private func unknown(_ placeholder: String, _ names: [String]) -> String {
        let fix =
            Suggestion.nearest(to: placeholder, among: names).map { "did you mean \(SpecText.quoted($0))?" }
            ?? "declare it under 'parameters'; what is secret belongs under 'auth'"
        return "the client has no parameter \(SpecText.quoted(placeholder)); \(fix)"
    }
}
