import SpecYAML

extension SwiftNameScope {
    /// All scopes of a spec, in the author's order.
    static func all(of spec: Spec) -> [SwiftNameScope] {
        let answered = Set(spec.resources.flatMap(\.operations).compactMap { name(of: $0.value.returns?.value) })
        var scopes = [types(of: spec)]
        scopes += spec.clients.map { client($0, in: spec) }
        scopes += spec.clients.map { servers($0) }
        scopes.append(errorCodes(of: spec))
        scopes.append(errorCases(of: spec))
        scopes += spec.models.map { model($0, isAnswer: answered.contains($0.name.value)) }
        scopes += spec.enums.map { words($0) }
        scopes += spec.unions.map { union($0) }
        scopes += spec.resources.map { operations($0) }
        scopes += spec.resources.flatMap(\.operations).map { parameters($0) }
        return scopes
    }

    private static func name(of type: TypeExpression?) -> String? {
        switch type {
        case .named(let name): name
        case .list(let element), .batch(let element): name(of: element)
        default: nil
        }
    }

    private static func types(of spec: Spec) -> SwiftNameScope {
        let module = SwiftNaming.type(spec.api.value).text
        let own = [module, module + "Error", module + "ErrorCode", Definitions.errorCode]
        var scope = SwiftNameScope("the types", reserved: ReservedWords.types.union(own))
        // A resource is a type inside its client, where it would hide a definition of its name.
        for name in spec.resources.map(\.name) { scope.owners[SwiftNaming.type(name.value).text] = name }
        for name in spec.clients.map(\.name) + spec.webhooks.map(\.name) { scope.add(type: name) }
        for name in spec.models.map(\.name) + spec.enums.map(\.name) + spec.unions.map(\.name) { scope.add(type: name) }
        return scope
    }

    private static func client(_ client: Named<ClientSpec>, in spec: Spec) -> SwiftNameScope {
        let reserved = ReservedWords.clientMembers.union(["configuration", "server"])
        var scope = SwiftNameScope(client.name.value, reserved: reserved)
        for name in client.value.auth.credentials.map(\.name) { scope.add(member: name) }
        if let url = client.value.url { scope.add(member: url.argument) }
        scope.add(client.value.parameters)
        scope.add(client.value.options)
        let resources = client.value.resources
        // One that stands twice is another rule's business.
        for (index, name) in resources.enumerated() where !resources[..<index].contains(name) {
            scope.add(member: name)
        }
        return scope
    }

    private static func servers(_ client: Named<ClientSpec>) -> SwiftNameScope {
        var scope = SwiftNameScope("the servers of \(client.name.value)")
        for name in client.value.servers.map(\.name) { scope.add(member: name) }
        return scope
    }

    private static func errorCodes(of spec: Spec) -> SwiftNameScope {
        var scope = SwiftNameScope("the error codes", reserved: ReservedWords.wordMembers)
        for code in spec.errors.codes { scope.add(member: code.name, override: code.value.swiftName) }
        return scope
    }

    /// Properties that every error has.
    private static let errorProperties: Set<String> = [
        "attempts", "clockSkew", "code", "debugDescription", "delivery", "description", "details", "hashValue", "http",
        "isCancellation", "localizedDescription", "message", "report", "request", "retryAfter", "status",
    ]

    private static func errorCases(of spec: Spec) -> SwiftNameScope {
        var scope = SwiftNameScope("the error cases", reserved: ReservedWords.errorCases.union(errorProperties))
        for errorCase in spec.errors.cases { scope.add(member: errorCase.name, override: errorCase.value.swiftName) }
        for field in spec.errors.fields { scope.add(member: field.name, override: field.value.swiftName) }
        return scope
    }

    private static func model(_ model: Named<ModelSpec>, isAnswer: Bool) -> SwiftNameScope {
        var reserved = ReservedWords.modelProperties
        if isAnswer { reserved.formUnion(ReservedWords.answerProperties) }
        if model.value.additionalProperties != nil { reserved.remove("extra") }
        var scope = SwiftNameScope(model.name.value, reserved: reserved)
        scope.add(model.value.fields)
        if let name = model.value.additionalProperties { scope.add(member: name) }
        for name in model.value.predicates.map(\.name) { scope.add(member: name) }
        return scope
    }

    private static func words(_ words: Named<EnumSpec>) -> SwiftNameScope {
        var scope = SwiftNameScope(words.name.value, reserved: ReservedWords.wordMembers)
        for word in words.value.values { scope.add(member: word.name, override: word.value.swiftName) }
        return scope
    }

    private static func union(_ union: Named<UnionSpec>) -> SwiftNameScope {
        var scope = SwiftNameScope(union.name.value, reserved: ["unrecognized", "unrecognizedEvent"])
        for shape in union.value.cases { scope.add(member: shape.name, override: shape.value.swiftName) }
        return scope
    }

    private static func operations(_ resource: ResourceSpec) -> SwiftNameScope {
        var scope = SwiftNameScope(resource.name.value, reserved: ["client"])
        for name in resource.operations.map(\.name) + resource.waiters.map(\.name) { scope.add(member: name) }
        return scope
    }

    private static func parameters(_ operation: Named<OperationSpec>) -> SwiftNameScope {
        var reserved: Set<String> = ["options"]
        if operation.value.idempotencyKey?.header != nil { reserved.insert("idempotencyKey") }
        var scope = SwiftNameScope("the arguments of \(operation.name.value)", reserved: reserved)
        scope.add(operation.value.pathParameters)
        scope.add(operation.value.arguments)
        scope.add(operation.value.body)
        scope.add(operation.value.queryParameters)
        scope.add(operation.value.headerParameters)
        if let name = operation.value.additionalProperties { scope.add(member: name) }
        return scope
    }
}
