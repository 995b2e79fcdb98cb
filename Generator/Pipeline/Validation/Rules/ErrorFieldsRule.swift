import SpecYAML
@_spi(Generated) import WaybillRuntime

struct ErrorFieldsRule: ValidationRule {
    let id = "error-field"
    let summary = "Further members of errors stand somewhere, and may be missing: reading an error never fails."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for field in context.spec.errors.fields {
            if !field.value.type.value.isOptional {
                diagnostics.error(id, required, at: field.value.type.location)
            }
            if field.value.at.isEmpty { diagnostics.error(id, nowhere, at: field.name.location) }
            for path in field.value.at where !DottedPath.isWellFormed(path.value) {
                diagnostics.error(id, noPath(path.value), at: path.location)
            }
        }
    }
}

// MARK: - Messages

extension ErrorFieldsRule {
    private var required: String { "an error may come without this; end its type with '?'" }

    private var nowhere: String { "nothing says where this stands; write its places under 'at'" }

    private func noPath(_ path: String) -> String {
        "\(SpecText.quoted(path)) is no path into the body; write member names with dots between them, such as error.type"
    }
}
