import SpecYAML

extension SwiftNameScope {
    /// All scopes of a spec, in the author's order.
    static func all(of spec: Spec) -> [SwiftNameScope] {
        let answered = Set(spec.resources.flatMap(\.operations).compactMap { name(of: $0.value.returns?.value) })
        var scopes = [types(of: spec)]
        scopes += spec.clients.map { client($0, in: spec) }
        scopes += spec.clients.map { typesInside($0, in: spec) }
        scopes += spec.clients.map { servers($0) }
        scopes.append(errorCodes(of: spec))
        scopes.append(errorCases(of: spec))
        scopes += spec.models.map { model($0, isAnswer: answered.contains($0.name.value)) }
        scopes += spec.models.map { lookups($0) }
        scopes += spec.enums.map { words($0) }
        scopes += spec.unions.map { union($0) }
        scopes += spec.resources.map { operations($0) }
        scopes += spec.resources.map { typesInside($0) }
        scopes += spec.resources.flatMap(\.operations).map { parameters($0) }
        scopes += spec.resources.flatMap(\.operations).map { answerHeaders($0) }
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
        let own = [module, module + "Error", module + "ErrorCode", Definitions.errorCode, "Exports"]
        var scope = SwiftNameScope("the types", reserved: ReservedWords.types.union(own), isOfFiles: true)
        for name in spec.clients.map(\.name) { scope.add(type: name, as: "client") }
        for name in spec.webhooks.map(\.name) { scope.add(type: name, as: "webhook") }
        for name in spec.models.map(\.name) { scope.add(type: name, as: "model") }
        for name in spec.enums.map(\.name) { scope.add(type: name, as: "enum") }
        for name in spec.unions.map(\.name) { scope.add(type: name, as: "union") }
        return scope
    }

    private static func client(_ client: Named<ClientSpec>, in spec: Spec) -> SwiftNameScope {
        let own: Set<String> = ["configuration", "definition", "lastRateLimit", "lastRateLimits", "lastRequestID"]
        let arguments = arguments(of: client.value, in: spec)
        let reserved = KnownNames.members(of: "APIClient").union(own).union(arguments)
        var scope = SwiftNameScope(client.name.value, reserved: reserved)
        // Each way to authenticate has an initialiser of its own, so that a name may stand in several.
        var names: Set<String> = []
        for name in client.value.auth.each.flatMap(\.credentials).map(\.name) where names.insert(name.value).inserted {
            scope.add(member: name, as: "credential")
        }
        if let url = client.value.url { scope.add(member: url.argument, as: "argument of the URL") }
        scope.add(client.value.parameters, as: "parameter")
        scope.add(client.value.options, as: "option")
        for name in resources(of: client.value) { scope.add(member: name, as: "resource") }
        return scope
    }

    /// The types inside a client: what its arguments are, and its resources.
    private static func typesInside(_ client: Named<ClientSpec>, in spec: Spec) -> SwiftNameScope {
        let arguments = arguments(of: client.value, in: spec).map { SwiftNaming.type($0).text }
        let own = KnownNames.innerTypes(of: "APIClient").union(arguments).union(ReservedWords.types)
        var scope = SwiftNameScope("the types of \(client.name.value)", reserved: own, isOfFiles: true)
        var seen: Set<SwiftIdentifier> = []
        // What becomes one property is said of the property.
        for name in resources(of: client.value) where seen.insert(SwiftNaming.member(name.value)).inserted {
            scope.add(type: name, as: "resource")
        }
        return scope
    }

    /// The arguments that the generator adds to a client's own, each with a type of its name.
    private static func arguments(of client: ClientSpec, in spec: Spec) -> Set<String> {
        let names = client.resources.map(\.value)
        let resources = spec.resources.filter { names.contains($0.name.value) }
        let isOverridable = resources.flatMap(\.operations).contains(where: \.value.isOverridable)
        return Set((client.servers.isEmpty ? [] : ["server"]) + (isOverridable ? ["paths"] : []))
    }

    /// The resources, each once: one that stands twice is another rule's business.
    private static func resources(of client: ClientSpec) -> [Located<String>] {
        let resources = client.resources
        return resources.enumerated().filter { place, name in !resources[..<place].contains(name) }.map(\.element)
    }

    private static func servers(_ client: Named<ClientSpec>) -> SwiftNameScope {
        let reserved = KnownNames.members(of: "CaseIterable", "Hashable", "RawRepresentable")
        var scope = SwiftNameScope("the servers of \(client.name.value)", reserved: reserved)
        for name in client.value.servers.map(\.name) { scope.add(member: name, as: "server") }
        return scope
    }

    private static func errorCodes(of spec: Spec) -> SwiftNameScope {
        var scope = SwiftNameScope("the error codes", reserved: ReservedWords.wordMembers)
        for code in spec.errors.codes { scope.add(word: code.name, as: "code", override: code.value.swiftName) }
        return scope
    }

    private static func errorCases(of spec: Spec) -> SwiftNameScope {
        let reserved = KnownNames.members(of: "APIError").union(ReservedWords.errorMembers)
        var scope = SwiftNameScope("the error cases", reserved: reserved.union(ReservedWords.errorCases))
        for errorCase in spec.errors.cases {
            scope.add(member: errorCase.name, as: "case", override: errorCase.value.swiftName)
        }
        for field in spec.errors.fields {
            scope.add(member: field.name, as: "field", override: field.value.swiftName)
        }
        return scope
    }

    private static func model(_ model: Named<ModelSpec>, isAnswer: Bool) -> SwiftNameScope {
        var reserved: Set<String> = ["hashValue", "json"]
        if isAnswer { reserved.formUnion(["http", "value"]) }
        if model.value.additionalProperties == nil { reserved.insert("extra") }
        var scope = SwiftNameScope(model.name.value, reserved: reserved)
        scope.add(model.value.fields, as: "field")
        if let name = model.value.additionalProperties { scope.add(member: name, as: "property for further members") }
        for name in model.value.predicates.map(\.name) { scope.add(member: name, as: "predicate") }
        for name in model.value.money.map(\.name) { scope.add(member: name, as: "money") }
        return scope
    }

    private static func lookups(_ model: Named<ModelSpec>) -> SwiftNameScope {
        var scope = SwiftNameScope("the look-ups of \(model.name.value)")
        for name in model.value.lookups.map(\.name) { scope.add(member: name, as: "look-up") }
        return scope
    }

    private static func words(_ words: Named<EnumSpec>) -> SwiftNameScope {
        var scope = SwiftNameScope(words.name.value, reserved: ReservedWords.wordMembers)
        for word in words.value.values { scope.add(word: word.name, as: "word", override: word.value.swiftName) }
        return scope
    }

    private static func union(_ union: Named<UnionSpec>) -> SwiftNameScope {
        var scope = SwiftNameScope(union.name.value, reserved: ["unrecognized", "unrecognizedEvent"])
        for shape in union.value.cases {
            scope.add(member: shape.name, as: "case", override: shape.value.swiftName)
        }
        if let id = union.value.id { scope.add(member: id, as: "id") }
        return scope
    }

    private static func operations(_ resource: ResourceSpec) -> SwiftNameScope {
        var scope = SwiftNameScope(resource.name.value, reserved: ["client"])
        for name in resource.operations.map(\.name) { scope.add(member: name, as: "operation") }
        for name in resource.waiters.map(\.name) { scope.add(member: name, as: "waiter") }
        for operation in resource.operations {
            let name = operation.name
            scope.add(SwiftNaming.definition(of: name.value), of: name, as: "operation")
            if operation.value.pages == nil { continue }
            scope.add(SwiftNaming.allPages(of: name.value), of: name, as: "operation")
        }
        return scope
    }

    /// The types inside a resource: those of the headers of answers.
    private static func typesInside(_ resource: ResourceSpec) -> SwiftNameScope {
        var scope = SwiftNameScope("the types of \(resource.name.value)")
        for operation in resource.operations where !operation.value.answerHeaders.isEmpty {
            scope.add(SwiftNaming.headers(of: operation.name.value), of: operation.name, as: "operation")
        }
        return scope
    }

    private static func answerHeaders(_ operation: Named<OperationSpec>) -> SwiftNameScope {
        var scope = SwiftNameScope("the answer headers of \(operation.name.value)", reserved: ["hashValue"])
        for header in operation.value.answerHeaders {
            scope.add(member: header.name, as: "header", override: header.value.swiftName)
        }
        return scope
    }

    private static func parameters(_ operation: Named<OperationSpec>) -> SwiftNameScope {
        var reserved: Set<String> = ["options"]
        if operation.value.idempotencyKey?.header != nil { reserved.insert("idempotencyKey") }
        var scope = SwiftNameScope("the arguments of \(operation.name.value)", reserved: reserved)
        let files = operation.value.files.map(\.name.location)
        let isFile = { (field: Named<FieldSpec>) in files.contains(field.name.location) }
        scope.add(operation.value.pathParameters, as: "path parameter")
        scope.add(operation.value.arguments, as: "argument")
        scope.add(operation.value.body.filter { !isFile($0) }, as: "body field")
        scope.add(operation.value.body.filter(isFile), as: "file")
        scope.add(operation.value.queryParameters, as: "query parameter")
        scope.add(operation.value.headerParameters, as: "header")
        if let name = operation.value.additionalProperties {
            scope.add(member: name, as: "argument for further members")
        }
        return scope
    }
}
