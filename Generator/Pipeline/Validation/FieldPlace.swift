import SpecYAML

/// A field of the spec with the place where it is used.
struct FieldPlace {
    enum Place: Equatable {
        case model
        case body
        case argument
        case path
        case query
        case header
        case option
        case clientParameter
    }

    let place: Place
    /// The model, operation or client, for messages.
    let owner: String
    let field: Named<FieldSpec>

    /// All fields of a spec, in the author's order: clients, models, operations.
    static func all(of spec: Spec) -> [FieldPlace] {
        let options = spec.clients.flatMap { client in
            fields(.clientParameter, client.name.value, client.value.parameters)
                + fields(.option, client.name.value, client.value.options)
        }
        let models = spec.models.flatMap { fields(.model, $0.name.value, $0.value.fields) }
        let operations = spec.resources.flatMap(\.operations).flatMap { operation in
            fields(.argument, operation.name.value, operation.value.arguments)
                + fields(.path, operation.name.value, operation.value.pathParameters)
                + fields(.query, operation.name.value, operation.value.queryParameters)
                + fields(.header, operation.name.value, operation.value.headerParameters)
                + fields(.body, operation.name.value, operation.value.body)
        }
        return options + models + operations
    }

    private static func fields(_ place: Place, _ owner: String, _ fields: [Named<FieldSpec>]) -> [FieldPlace] {
        fields.map { FieldPlace(place: place, owner: owner, field: $0) }
    }
}
