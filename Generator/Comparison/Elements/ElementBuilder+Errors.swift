import Pipeline

extension ElementBuilder {
    /// The fields, codes and cases of errors.
    var errors: [SpecElement] {
        let type = api.errorName.text
        let codes = api.errors.codes.value
        return api.errors.fields.map { errorField($0, of: type) }
            + codes.words.map { word($0, .errorCode, of: codes.identifier.text, [.error]) }
            + api.errors.cases.map { errorCase($0, of: type) }
    }

    private func errorField(_ field: ResolvedErrorField, of type: String) -> SpecElement {
        var element = SpecElement(.errorField, field.name, at: field.location)
        element.directions = [.error]
        element.isOptional = true
        element.symbols = [
            SymbolClaim(path: "\(type).\(field.identifier.text)"),
            SymbolClaim(path: "APIFailure.\(field.identifier.text)"),
        ]
        element.facts =
            [
                SpecFact("about", field.about, .documentation),
                SpecFact("swift", field.identifier.text, .swift),
                SpecFact("type", .optional(field.type)),
                SpecFact("at", FactText.paths(field.paths), .aliases),
            ] + FactText.certainty(field.certainty)
        return element
    }

    private func errorCase(_ errorCase: ResolvedErrorCase, of type: String) -> SpecElement {
        var element = SpecElement(.errorCase, errorCase.name, at: errorCase.location)
        element.alias = errorCase.codes.joined(separator: ",") + FactText.statuses(errorCase.statuses)
        element.directions = [.error]
        // A failure whose details cannot be read is a failure of that case all the same.
        element.isOptional = true
        element.symbols = [SymbolClaim(path: "\(type).\(errorCase.identifier.text)")]
        element.facts =
            [
                SpecFact("about", errorCase.about, .documentation),
                SpecFact("swift", errorCase.identifier.text, .swift),
                SpecFact("code", FactText.list(errorCase.codes), .errorSorting),
                SpecFact(
                    "status",
                    errorCase.statuses.isEmpty ? nil : FactText.statuses(errorCase.statuses),
                    .errorSorting
                ),
                SpecFact("details", errorCase.details.map { .optional(.model($0)) }),
            ] + FactText.certainty(errorCase.certainty)
        return element
    }
}
