/// The part of the page that tells which limits of the service nothing checks.
struct CatalogLimitSection {
    let api: ResolvedAPI

    var lines: [String] {
        let items = arguments + members
        guard !items.isEmpty else { return [] }
        let introduction = "The service is said to ask for this too; the request is sent whether it holds or not."
        return ["## Limits that are not checked", "", introduction, ""] + items + [""]
    }

    private var arguments: [String] {
        api.operations.flatMap { operation in operation.parameters.compactMap { item($0.field, of: operation.id) } }
    }

    private var members: [String] {
        api.definitions.models.flatMap { model in model.fields.compactMap { item($0, of: model.name) } }
    }

    private func item(_ field: ResolvedField, of owner: String) -> String? {
        ConstraintText.unchecked(field).map { "- \(Markdown.code("\(owner).\(field.name)")): \($0)." }
    }
}
