import SpecYAML
@_spi(Generated) import WaybillRuntime

struct FormsRule: ValidationRule {
    let id = "form"
    let summary =
        "What a form is to have can be written in one: lists of single values unless they are `indexed`, and names without its marks."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for operation in context.spec.resources.flatMap(\.operations).map(\.value) {
            for problem in Self.problems(of: operation, context.definitions) {
                diagnostics.error(id, problem.value, at: problem.location)
            }
        }
    }

    /// What of a body no form can have, whatever a call gives.
    static func problems(of operation: OperationSpec, _ definitions: Definitions) -> [Located<String>] {
        guard let notation = operation.encoding?.value.notation, operation.hasBody else { return [] }
        return zip(operation.body, definitions.members(operation.body)).compactMap { field, member in
            let location = field.value.type?.location ?? field.value.always?.location ?? field.name.location
            var scan = FormScan(notation: notation)
            scan.look(at: member)
            return scan.problem.map { Located($0, at: location) }
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
