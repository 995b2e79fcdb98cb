import SpecYAML

struct AllowedByRule: ValidationRule {
    let id = "allowed-by"
    let summary = "`allowedBy` names a list of texts among the options of every client that has the operation."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for resource in context.spec.resources {
            let clients = context.spec.clients.filter { client in
                client.value.resources.contains { $0.value == resource.name.value }
            }
            for field in resource.operations.flatMap({ fields(of: $0.value) }) {
                guard let option = field.value.allowedBy else { continue }
                check(option, clients, into: &diagnostics)
                if field.value.type?.value.unwrapped != .format(.string) {
                    diagnostics.error(id, noText(field.name.value), at: field.name.location)
                }
            }
        }
        checkOptions(context, into: &diagnostics)
    }

    private func fields(of operation: OperationSpec) -> [Named<FieldSpec>] {
        operation.arguments + operation.pathParameters + operation.queryParameters + operation.headerParameters
            + operation.body
    }

    private func check(
        _ option: Located<String>,
        _ clients: [Named<ClientSpec>],
        into diagnostics: inout DiagnosticCollector
    ) {
        for client in clients where !client.value.options.contains(where: { $0.name.value == option.value }) {
            let names = client.value.options.map(\.name.value)
            diagnostics.error(id, unknown(option.value, client.name.value, names), at: option.location)
        }
    }

    private func checkOptions(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        let used = Set(context.fields.compactMap(\.field.value.allowedBy?.value))
        for option in context.spec.clients.flatMap(\.value.options) {
            if option.value.type?.value != .optional(.list(.format(.string))) {
                let location = option.value.type?.location ?? option.name.location
                diagnostics.error(id, noList, at: location)
            }
            if !used.contains(option.name.value) {
                diagnostics.error(id, unused(option.name.value), at: option.name.location)
            }
        }
    }
}

// MARK: - Messages

extension AllowedByRule {
    private var noList: String { "an option is a list of allowed texts; write its type as \"list<string>?\"" }

    private func noText(_ name: String) -> String {
        "\(SpecText.quoted(name)) is no text, so no option can list it; leave out 'allowedBy'"
    }

    private func unknown(_ name: String, _ client: String, _ names: [String]) -> String {
        let fix =
            Suggestion.nearest(to: name, among: names).map { "did you mean \(SpecText.quoted($0))?" }
            ?? "add it to the client's 'options'"
        return "client \(SpecText.quoted(client)) has no option \(SpecText.quoted(name)); \(fix)"
    }

    private func unused(_ name: String) -> String {
        "no operation uses the option \(SpecText.quoted(name)); write 'allowedBy: \(name)' at an argument, or leave it out"
    }
}
