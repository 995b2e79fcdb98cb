extension TypeScope {
    /// What the names of types mean in the module of an API.
    init(of api: ResolvedAPI) {
        let types = api.typeNames
        let operations = api.operations.filter { !$0.answerHeaders.isEmpty }
        let inner = api.resources.map(\.type.text) + operations.map(\.headersType.text) + Self.inner
        self.init(
            module: api.module,
            declared: types + inner,
            hidden: Set(types).intersection(KnownNames.innerTypes.union(inner))
        )
    }

    /// What the names of types mean in the tests of an API, which import what the module does not, and whose suites are these.
    init(ofTestsOf api: ResolvedAPI, suites: [String]) {
        let types = api.typeNames
        self.init(
            module: api.module,
            declared: types + suites,
            hidden: Set(types.filter { suites.contains($0) || ![nil, "Testing"].contains(KnownNames.module(of: $0)) }),
            // Those of the test library are made in other ways than models are.
            shared: Set(types.filter { KnownNames.module(of: $0) == "Testing" })
        )
    }

    /// The types that the generator itself puts inside others.
    static let inner = ["Code", "Details", "Failure", "Paths", "Server", "Value"]
}

extension ResolvedAPI {
    /// The names of all types at the module's top level.
    fileprivate var typeNames: [String] {
        var names = clients.map(\.identifier) + webhooks.map(\.identifier)
        names += definitions.models.map(\.identifier) + definitions.enums.map(\.identifier)
        names += definitions.unions.map(\.identifier)
        return (names + [errorName, errors.codes.identifier]).map(\.text)
    }
}
