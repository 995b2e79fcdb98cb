/// Turns what the spec says of an operation's pages into a function that goes through them.
struct PagesResolver {
    let table: DefinitionTable

    /// The function; nil where a path leads nowhere, which the validator refuses.
    func resolve(_ pages: PagesSpec, of operation: OperationSpec, named name: String) -> PagesIR? {
        guard let returns = operation.returns?.value,
            let items = path(pages.items.value, from: returns),
            let element = items.last.flatMap({ Self.element($0.type.unwrapped) })
        else { return nil }
        return PagesIR(
            name: SwiftNaming.member(name + "_all"),
            items: items,
            element: element,
            hasMore: pages.hasMore.flatMap { path($0.value, from: returns) } ?? [],
            total: pages.total.flatMap { path($0.value, from: returns) } ?? [],
            page: argument(pages.page.value, of: operation),
            carry: pages.carry.compactMap { carry in
                path(carry.value.value, from: returns).map {
                    PagesIR.Carry(argument: argument(carry.name.value, of: operation), path: $0)
                }
            }
        )
    }

    /// The properties that a dotted path names, one model after the other.
    private func path(_ path: String, from type: TypeExpression) -> [PropertyIR]? {
        var type = type
        var properties: [PropertyIR] = []
        for name in path.split(separator: ".").map({ String($0) }) {
            guard case .named(let model) = type.unwrapped,
                let field = table.model(model)?.fields.first(where: { $0.name.value == name })
            else { return nil }
            properties.append(FieldResolver(table: table).property(field))
            type = field.value.type?.value ?? .primitive(.json)
        }
        return properties.isEmpty ? nil : properties
    }

    private func argument(_ name: String, of operation: OperationSpec) -> SwiftIdentifier {
        let field = operation.queryParameters.first { $0.name.value == name }
        return SwiftNaming.member(name, override: field?.value.swiftName?.value)
    }

    private static func element(_ type: SwiftType) -> SwiftType? {
        switch type {
        case .list(let element), .batch(let element): element
        default: nil
        }
    }
}
