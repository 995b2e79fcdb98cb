import WaybillJSON
@_spi(Generated) import WaybillSigning

/// Writes how a client makes its JSON Web Tokens.
struct WebTokenRenderer {
    let token: ResolvedWebToken

    /// What a user has to know of the key.
    static func text(_ key: WebTokenSigningKey) -> String {
        switch key.signature {
        case .rs256: "A private RSA key of 2048 bits or more, in PEM."
        case .es256: "A private key on the curve P-256, in PEM."
        case .hs256:
            switch key.encoding {
            case .utf8: "The service has it too."
            case .base64: "In Base64; the service has it too."
            case .hex: "In hexadecimal digits; the service has it too."
            }
        }
    }

    /// The recipe; what is the runtime's default is left out.
    var recipe: SwiftLayout {
        var arguments: [SwiftLayout] = [.call("WebTokenSigningKey", key)]
        if !token.header.isEmpty { arguments.append(labelled("header", SwiftValue.json(.object(token.header)).layout)) }
        if !token.claims.isEmpty { arguments.append(labelled("claims", SwiftValue.json(.object(token.claims)).layout)) }
        arguments.append(.code("lifetime: \(DurationText.code(token.lifetime))"))
        if token.backdate != 0 { arguments.append(.code("backdate: \(DurationText.code(token.backdate))")) }
        if token.margin != 30_000 { arguments.append(.code("margin: \(DurationText.code(token.margin))")) }
        return .call("WebTokenRecipe", arguments)
    }

    private var key: [SwiftLayout] {
        let algorithm: SwiftCode =
            switch token.key.signature {
            case .hs256: ".hs256"
            case .rs256: ".rs256"
            case .es256: ".es256"
            }
        var arguments: [SwiftLayout] = [.code(algorithm), .code("credential: \(literal: token.key.credential)")]
        if token.key.encoding != .utf8 {
            arguments.append(.code("encoding: \(SignatureText.keyEncoding(token.key.encoding))"))
        }
        return arguments
    }

    private func labelled(_ label: StaticString, _ value: SwiftLayout) -> SwiftLayout {
        .labelled(SwiftIdentifier(made: label), value)
    }
}
