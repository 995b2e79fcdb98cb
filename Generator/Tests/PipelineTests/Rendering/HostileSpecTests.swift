import SpecYAML
import Testing
import WaybillJSON

@testable import Pipeline

@Suite struct HostileSpecTests {
    @Test("G02 hostile texts change nothing but comments and literals", arguments: HostileText.all)
    func shape(text: String) throws {
        let spec = try #require(GoldenCase.courier.spec)
        let expected = Self.shapes(of: Self.filled(spec, with: "A plain text."))
        let actual = Self.shapes(of: Self.filled(spec, with: text))
        #expect(actual.map(\.path) == expected.map(\.path))
        for (one, other) in zip(actual, expected) {
            #expect(one.code == other.code, "\(one.path)")
            #expect(!one.code.contains("evil"), "\(one.path)")
        }
    }

    private static func shapes(of spec: Spec) -> [(path: String, code: String)] {
        let module = Renderer(api: Resolver(ValidatedSpec(proved: ValidationContext(spec))).resolve()).render()
        return module.files.filter { $0.path.hasSuffix(".swift") }.map { file in
            // Where lines are broken depends on how long the literals are.
            let code = HostileText.code(of: file.text).replacing(",", with: " ").replacing("#\"\"#", with: "\"\"")
            return (file.path, code.split(whereSeparator: \.isWhitespace).joined())
        }
    }

    private static func fillWebhooks(_ spec: inout Spec, _ located: Located<String>) {
        for place in spec.webhooks.indices {
            spec.webhooks[place].value.about = located
            spec.webhooks[place].value.notes = located
            spec.webhooks[place].value.secret.about = located
            spec.webhooks[place].value.secret.prefix = located
            spec.webhooks[place].value.signature.signs = located
            spec.webhooks[place].value.signature.headerName = located
            spec.webhooks[place].value.signature.headerValue = located
            spec.webhooks[place].value.deduplicate = located.map { .field($0) }
        }
    }

    /// The spec with the text in every place that takes one.
    private static func filled(_ spec: Spec, with text: String) -> Spec {
        var spec = spec
        let located = Located(text, at: spec.api.location)
        spec.about = located
        spec.notes = located
        spec.docs = located
        spec.certainty = certainty(located)
        spec.allCertainty = certainty(located)
        spec.envelope = Located(text + "x", at: spec.api.location)
        spec.errors.message = [located]
        let place = spec.api.location
        spec.rates = [RateSpec(limit: Located(1, at: place), window: Located(1, at: place), about: located)]
        for place in spec.clients.indices { fill(&spec.clients[place].value, located) }
        fillWebhooks(&spec, located)
        for place in spec.errors.fields.indices { spec.errors.fields[place].value.about = located }
        for place in spec.errors.codes.indices { spec.errors.codes[place].value.about = located }
        for place in spec.errors.cases.indices { spec.errors.cases[place].value.about = located }
        for place in spec.resources.indices { fill(&spec.resources[place], located) }
        for place in spec.models.indices {
            spec.models[place].value.about = located
            spec.models[place].value.notes = located
            for field in spec.models[place].value.fields.indices {
                fill(&spec.models[place].value.fields[field], located)
            }
        }
        for place in spec.enums.indices { fill(&spec.enums[place].value, located) }
        for place in spec.unions.indices {
            spec.unions[place].value.about = located
            for shape in spec.unions[place].value.cases.indices {
                spec.unions[place].value.cases[shape].value.about = located
            }
        }
        return spec
    }

    private static func fill(_ client: inout ClientSpec, _ text: Located<String>) {
        client.about = text
        client.url?.about = text
        client.url?.suffix = text
        client.auth.signature?.signs = [text]
        if client.basePath != nil { client.basePath = text }
        for place in client.servers.indices { client.servers[place].value = text }
        for place in client.parameters.indices { client.parameters[place].value.about = text }
        for place in client.options.indices { client.options[place].value.about = text }
        for place in client.auth.credentials.indices {
            client.auth.credentials[place].value.about = text
            client.auth.credentials[place].value.looksLike = text
            if client.auth.credentials[place].value.defaultValue != nil {
                client.auth.credentials[place].value.defaultValue = text
            }
        }
        guard !client.auth.headers.isEmpty else { return }
        client.auth.headers[0] = Named(text, text)
    }

    private static func fill(_ resource: inout ResourceSpec, _ text: Located<String>) {
        resource.about = text
        for place in resource.operations.indices {
            resource.operations[place].value.about = text
            resource.operations[place].value.certainty = certainty(text)
            resource.operations[place].value.notes = text
            resource.operations[place].value.because = text
            resource.operations[place].value.path = text
            if resource.operations[place].value.deprecated != nil { resource.operations[place].value.deprecated = text }
            for field in resource.operations[place].value.body.indices {
                fill(&resource.operations[place].value.body[field], text)
            }
            for field in resource.operations[place].value.queryParameters.indices {
                fill(&resource.operations[place].value.queryParameters[field], text)
            }
        }
        for place in resource.waiters.indices { resource.waiters[place].value.notes = text }
    }

    private static func certainty(_ text: Located<String>) -> [Certainty] {
        Certainty.Kind.allCases.map { kind in
            Certainty(kind: kind, text: text.value, location: text.location, path: [text.value], part: [text.value])
        }
    }

    private static func fill(_ field: inout Named<FieldSpec>, _ text: Located<String>) {
        field.value.about = text
        field.value.certainty = certainty(text)
        if field.value.constraints.pattern != nil { field.value.constraints.pattern = text }
        if field.value.defaultValue?.value.stringValue != nil { field.value.defaultValue = text.map { .string($0) } }
        if field.value.always?.value.stringValue != nil { field.value.always = text.map { .string($0) } }
        // The same field under a hostile key: its Swift name stays.
        let name = SwiftNaming.member(field.name.value, override: field.value.swiftName?.value)
        field.value.swiftName = Located(name.text, at: text.location)
    }

    private static func fill(_ definition: inout EnumSpec, _ text: Located<String>) {
        definition.about = text
        definition.order = []
        for place in definition.values.indices {
            let word = definition.values[place]
            let name = SwiftNaming.member(word.name.value, override: word.value.swiftName?.value)
            definition.values[place].value.swiftName = Located(name.text, at: text.location)
            definition.values[place].value.about = text
        }
    }
}
