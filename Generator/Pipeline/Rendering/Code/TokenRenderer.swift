@_spi(Generated) import WaybillRuntime

/// Writes how a client asks for tokens.
struct TokenRenderer {
    let token: ResolvedToken

    /// What a user has to know of it.
    var text: String {
        let elsewhere = "`configuration.tokenURL` takes the place of the spec's address."
        let parts = [
            "Asks for a token with the credentials when it first needs one, shares it among all its calls, and has it replaced",
            "before it ends, and once in a call where the service refuses it.",
            "Set `configuration.tokenStore` to share it with other clients and processes.",
        ]
        if case .url = token.address { return (parts + [elsewhere]).joined(separator: " ") }
        return parts.joined(separator: " ")
    }

    /// The recipe; what is the runtime's default is left out.
    var recipe: SwiftLayout {
        var arguments = [address]
        if !token.headers.isEmpty { arguments.append(labelled("headers", pairs(token.headers))) }
        if !token.fields.isEmpty { arguments.append(labelled("fields", pairs(token.fields))) }
        if token.isJSON { arguments.append(.code("encoding: .json")) }
        if let basic = token.basic {
            let (user, password) = (basic.user.description, basic.password.description)
            arguments.append(.code("basic: (user: \(literal: user), password: \(literal: password))"))
        }
        if token.at.text != "access_token" { arguments.append(.code("token: \(literal: token.at.text)")) }
        switch token.end {
        case .seconds(let path) where path.text == "expires_in": break
        case .seconds(let path): arguments.append(.code("end: .seconds(\(literal: path.text))"))
        case .time(let path): arguments.append(.code("end: .time(\(literal: path.text))"))
        case .after(let lifetime): arguments.append(.code("end: .after(\(DurationText.code(lifetime)))"))
        }
        if token.margin != 60_000 { arguments.append(.code("margin: \(DurationText.code(token.margin))")) }
        if token.timeout != 10_000 { arguments.append(.code("timeout: \(DurationText.code(token.timeout))")) }
        if token.attempts != 3 { arguments.append(.code("attempts: \(token.attempts)")) }
        return .call("TokenRecipe", arguments)
    }

    private var address: SwiftLayout {
        switch token.address {
        case .path(let path): .code(".path(\(literal: path.description))")
        case .url(let url): .code(".url(\(literal: url.description))")
        }
    }

    private func pairs(_ fields: [(name: String, value: TextTemplate)]) -> SwiftLayout {
        .pairs(fields.map { (.literal($0.name), .code(.literal($0.value.description))) })
    }

    private func labelled(_ label: StaticString, _ value: SwiftLayout) -> SwiftLayout {
        .labelled(SwiftIdentifier(made: label), value)
    }
}
