import WaybillJSON

/// Puts the arguments of an operation into their order in Swift.
struct ParameterResolver {
    let table: DefinitionTable

    /// The arguments: of the path, those that fields of the body take, the body, the query, the headers.
    func resolve(_ operation: OperationSpec) -> [ParameterIR] {
        let fields = FieldResolver(table: table)
        return placed(operation).map { place, field in
            ParameterIR(
                property: fields.property(field),
                place: place,
                isUnlabelled: field.value.isUnlabelled,
                among: field.value.among.map { SwiftNaming.member($0.value) }
            )
        }
    }

    /// What is always sent in the query and in headers.
    func constants(_ operation: OperationSpec) -> [ConstantIR] {
        let placed: [(ParameterIR.Place, Named<FieldSpec>)] =
            operation.queryParameters.map { (.query, $0) } + operation.headerParameters.map { (.header, $0) }
        return placed.compactMap { place, field in
            guard let value = field.value.always?.value else { return nil }
            return ConstantIR(
                place: place,
                wireName: field.name.value,
                text: value.stringValue ?? value.description
            )
        }
    }

    /// The calls that the spec shows.
    func examples(_ operation: OperationSpec) -> [ExampleIR] {
        operation.examples.compactMap { example in
            guard let given = example.value.arguments?.value else { return nil }
            return ExampleIR(
                about: example.value.about?.value,
                arguments: arguments(given, of: operation),
                response: example.value.response?.value
            )
        }
    }

    /// The arguments of a call, from their names in the spec.
    func arguments(_ given: JSONObject, of operation: OperationSpec) -> [ExampleIR.Argument] {
        let values = ValueResolver(table: table)
        return placed(operation).compactMap { _, field in
            guard let json = given[field.name.value] else { return nil }
            guard let value = values.resolve(json, as: field.value.type?.value) else { return nil }
            let name = SwiftNaming.member(field.name.value, override: field.value.swiftName?.value)
            return ExampleIR.Argument(label: field.value.isUnlabelled ? nil : name, value: value)
        }
    }

    /// An empty set of arguments, where the operation can be called with none.
    func noArguments(_ operation: OperationSpec) -> JSONObject? {
        let needed = placed(operation).contains { _, field in
            field.value.type?.value.isOptional != true && field.value.defaultValue == nil
        }
        return needed ? nil : JSONObject()
    }

    private func placed(_ operation: OperationSpec) -> [(ParameterIR.Place, Named<FieldSpec>)] {
        var placed: [(ParameterIR.Place, Named<FieldSpec>)] = []
        placed += operation.pathParameters.map { (.path, $0) }
        placed += operation.arguments.map { (.argument, $0) }
        placed += operation.body.filter { $0.value.always == nil && $0.value.filled == nil }.map { (.body, $0) }
        placed += operation.queryParameters.filter { $0.value.always == nil }.map { (.query, $0) }
        placed += operation.headerParameters.filter { $0.value.always == nil }.map { (.header, $0) }
        return placed
    }
}
