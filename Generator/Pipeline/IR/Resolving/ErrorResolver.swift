/// Turns the errors of an API into its error enum and its set of codes.
struct ErrorResolver {
    let table: DefinitionTable

    /// The errors of the whole API.
    func resolve() -> ErrorsIR {
        let spec = table.spec
        let source = table.source(spec.api.location)
        return ErrorsIR(
            name: table.errorName,
            source: source,
            codes: EnumIR(
                name: table.errorCodeName,
                folder: "",
                source: source,
                about: "Why \(spec.api.value) refused a request, or could not do it.",
                words: spec.errors.codes.map { code($0) },
                order: [],
                final: []
            ),
            cases: spec.errors.cases.map { errorCase($0) },
            fields: spec.errors.fields.map { field($0) }
        )
    }

    private func field(_ field: Named<ErrorFieldSpec>) -> ErrorFieldIR {
        ErrorFieldIR(
            name: SwiftNaming.member(field.name.value, override: field.value.swiftName?.value),
            type: TypeResolver(table: table).resolve(field.value.type.value.unwrapped),
            about: field.value.about?.value,
            places: field.value.at.map(\.value)
        )
    }

    /// The Swift name of a case of the spec.
    func caseName(_ name: String) -> SwiftIdentifier {
        let spec = table.spec.errors.cases.first { $0.name.value == name }
        return SwiftNaming.member(name, override: spec?.value.swiftName?.value)
    }

    private func code(_ code: Named<ErrorCodeSpec>) -> WordIR {
        WordIR(
            name: SwiftNaming.member(code.name.value, override: code.value.swiftName?.value),
            wireName: code.name.value,
            about: code.value.about?.value,
            status: code.value.status?.value
        )
    }

    private func errorCase(_ spec: Named<ErrorCaseSpec>) -> ErrorCaseIR {
        ErrorCaseIR(
            name: caseName(spec.name.value),
            specName: spec.name.value,
            about: spec.value.about?.value,
            codes: spec.value.codes.map(\.value),
            statuses: spec.value.statuses.map(\.value),
            details: spec.value.details.map { SwiftNaming.type($0.value) }
        )
    }
}
