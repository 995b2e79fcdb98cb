import SpecYAML

struct RecursiveUnionsRule: ValidationRule {
    let id = "recursive-union"
    let summary =
        "No shape of a union is the union again, but in a member or a list: one value would be looked at without end."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        let graph = ReferenceGraph.ofOneValue(context.spec)
        for union in context.spec.unions where union.value.by.value != .key {
            for shape in union.value.cases where shape.value.at == nil {
                guard let name = shape.value.type.value.directName, graph.reaches(union.name.value, from: name) else {
                    continue
                }
                diagnostics.error(id, message(union.name.value, shape.name.value), at: shape.value.type.location)
            }
        }
    }
}

// MARK: - Messages

extension RecursiveUnionsRule {
    private func message(_ union: String, _ shape: String) -> String {
        "\(SpecText.quoted(union)) would be its own shape \(SpecText.quoted(shape)) for one and the same value; "
            + "let it stand in a member or a list there"
    }
}
