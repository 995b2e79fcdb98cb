import SpecYAML

struct RecursiveUnionsRule: ValidationRule {
    let id = "recursive-union"
    let summary =
        "No shape of a union is the union again, but in a member or a list: one value would be looked at without end."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        let graph = ReferenceGraph.ofOneValue(context.spec)
        for union in context.spec.unions {
            for shape in union.value.cases where graph.repeats(union, in: shape.value) {
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
