@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillSigning

/// Writes how a client proves who sends its requests.
struct AuthenticationRenderer {
    let client: ResolvedClient

    var layout: SwiftLayout {
        var arguments: [SwiftLayout] = []
        if client.query.isEmpty && client.basic == nil || !client.headers.isEmpty {
            arguments.append(labelled("headers", pairs(client.headers)))
        }
        if !client.query.isEmpty { arguments.append(labelled("query", pairs(client.query))) }
        if let basic = client.basic {
            let parts: [SwiftLayout] = [
                .code("user: \(literal: basic.user)"), .code("password: \(literal: basic.password)"),
            ]
            arguments.append(labelled("basic", .call("BasicAuthentication", parts)))
        }
        if let signature = client.signature {
            arguments.append(labelled("signature", .call("SignatureRecipe", recipe(signature))))
        }
        if let token = client.token { arguments.append(labelled("token", TokenRenderer(token: token).recipe)) }
        if let token = client.webToken { arguments.append(labelled("webToken", WebTokenRenderer(token: token).recipe)) }
        return .call("Authentication", arguments)
    }

    private func recipe(_ signature: SignatureRecipe) -> [SwiftLayout] {
        var arguments: [SwiftLayout] = [
            .code("algorithm: \(SignatureText.algorithm(signature.algorithm))"),
            .code("key: \(literal: signature.key)"),
        ]
        if signature.signs.count == 1 {
            arguments += signature.signs.map { .code("signs: \(literal: $0)") }
        } else {
            arguments.append(labelled("signs", texts(signature.signs)))
        }
        if !signature.join.isEmpty { arguments.append(.code("join: \(literal: signature.join)")) }
        arguments.append(.code("encoding: \(SignatureText.encoding(signature.encoding))"))
        if !signature.headers.isEmpty { arguments.append(labelled("headers", texts(signature.headers))) }
        if !signature.parameters.isEmpty {
            let parameters = signature.parameters.map { parameter in
                SwiftLayout.code("SignedParameter(\(literal: parameter.name), \(literal: parameter.value))")
            }
            arguments.append(labelled("parameters", .array(parameters)))
        }
        if !signature.values.isEmpty {
            let values = signature.values.map { SwiftLayout.call("SignedValue", value($0)) }
            arguments.append(labelled("values", .array(values)))
        }
        return arguments
    }

    private func value(_ value: SignedValue) -> [SwiftLayout] {
        var arguments: [SwiftLayout] = [.code(.literal(value.name)), labelled("of", texts(value.of))]
        if !value.join.isEmpty { arguments.append(.code("join: \(literal: value.join)")) }
        if value.isBase64 { arguments.append(.code("isBase64: true")) }
        switch value.step {
        case .none: break
        case .hash(let hash): arguments.append(.code("step: .hash(\(SignatureText.hash(hash)))"))
        case .hmac(let algorithm, let key):
            arguments.append(.code("step: .hmac(\(SignatureText.algorithm(algorithm)), key: \(literal: key))"))
        }
        if value.encoding != .bytes { arguments.append(.code("encoding: \(SignatureText.encoding(value.encoding))")) }
        return arguments
    }

    private func pairs(_ fields: [(name: String, value: TextTemplate)]) -> SwiftLayout {
        .pairs(fields.map { (.literal($0.name), .code(.literal($0.value.description))) })
    }

    private func texts(_ texts: [String]) -> SwiftLayout { .array(texts.map { .code(.literal($0)) }) }

    private func labelled(_ label: StaticString, _ value: SwiftLayout) -> SwiftLayout {
        .labelled(SwiftIdentifier(made: label), value)
    }
}
