import SpecYAML
@_spi(Generated) import WaybillRuntime

struct FormsRule: ValidationRule {
    let id = "form"
    let summary =
        "What a form is to have can be written in one: lists of single values unless they are `indexed`, and names without its marks."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for operation in context.spec.resources.flatMap(\.operations).map(\.value) {
            guard let notation = operation.encoding?.value.notation, operation.hasBody else { continue }
            check(operation, notation, context.definitions, into: &diagnostics)
        }
    }

    private func check(
        _ operation: OperationSpec,
        _ notation: FormNotation,
        _ definitions: Definitions,
        into diagnostics: inout DiagnosticCollector
    ) {
        let members = definitions.members(operation.body)
        for (field, member) in zip(operation.body, members) {
            let location = field.value.type?.location ?? field.value.always?.location ?? field.name.location
            var scan = FormScan(notation: notation)
            scan.look(at: member)
            if let problem = scan.problem { diagnostics.error(id, problem, at: location) }
        }
    }
}

extension BodyEncoding {
    /// How lists and objects stand in the body; nil where it has no fields of text.
    fileprivate var notation: FormNotation? {
        switch self {
        case .form(let notation): notation
        case .multipart: FormNotation()
        case .json, .text, .bytes: nil
        }
    }
}
