import Pipeline
@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillSigning

extension FactText {
    /// How a client proves who sends its requests.
    static func authentication(_ client: ResolvedClient) -> [SpecFact] {
        client.headers.map { SpecFact("auth.headers.\($0.name)", $0.value.description, .authentication) }
            + client.query.map { SpecFact("auth.query.\($0.name)", $0.value.description, .authentication) }
            + [
                SpecFact("auth.basic.user", client.basic?.user, .authentication),
                SpecFact("auth.basic.password", client.basic?.password, .authentication),
            ] + signature(client.signature)
    }

    /// Another host of a client, and whether it gets credentials.
    static func host(_ host: ResolvedHost) -> [SpecFact] {
        [
            SpecFact("hosts.\(host.name).about", host.about, .documentation),
            SpecFact("hosts.\(host.name).url", host.url, .address),
            SpecFact("hosts.\(host.name).credentials", host.takesCredentials ? "true" : nil, .authentication),
        ]
            + host.servers.map { SpecFact("hosts.\(host.name).servers.\($0.server.name)", $0.url, .address) }
    }

    /// How a JSON Web Token is made; one that is new or gone is one change.
    static func webToken(_ token: ResolvedWebToken?) -> [SpecFact] {
        guard let token else { return [SpecFact("auth.jwt", nil, .authentication)] }
        let encoding = token.key.encoding == .utf8 ? nil : token.key.encoding.rawValue
        return [
            SpecFact("auth.jwt", "\(token.key.algorithm) by \(token.key.credential)", .authentication),
            SpecFact("auth.jwt.keyEncoding", encoding, .authentication),
            SpecFact("auth.jwt.header", token.header.isEmpty ? nil : "\(token.header)", .authentication),
            SpecFact("auth.jwt.claims", token.claims.isEmpty ? nil : "\(token.claims)", .authentication),
            SpecFact("auth.jwt.lifetime", duration(token.lifetime), .pacing),
            SpecFact("auth.jwt.backdate", duration(token.backdate), .pacing),
            SpecFact("auth.jwt.margin", duration(token.margin), .pacing),
        ]
    }

    private static func signature(_ signature: SignatureRecipe?) -> [SpecFact] {
        let separator = signature.map { $0.join == "\n" ? "newline" : $0.join }
        return [
            SpecFact("auth.signature.algorithm", signature?.algorithm.rawValue, .authentication),
            SpecFact("auth.signature.key", signature?.key, .authentication),
            SpecFact("auth.signature.signs", signature.flatMap { list($0.signs) }, .authentication),
            SpecFact("auth.signature.join", separator.flatMap { $0.isEmpty ? nil : $0 }, .authentication),
            SpecFact("auth.signature.encoding", signature?.encoding.rawValue, .authentication),
            SpecFact("auth.signature.headers", signature.flatMap { list($0.headers) }, .authentication),
        ]
            + (signature?.parameters ?? []).map { parameter in
                SpecFact("auth.signature.parameters.\(parameter.name)", parameter.value, .authentication)
            }
            + (signature?.values ?? []).map { value in
                SpecFact("auth.signature.values.\(value.name)", text(value), .authentication)
            }
    }

    private static func text(_ value: SignedValue) -> String {
        var parts = ["of: \(value.of.joined(separator: ", "))"]
        if !value.join.isEmpty { parts.append("join: \(value.join == "\n" ? "newline" : value.join)") }
        if value.isBase64 { parts.append("read: base64") }
        switch value.step {
        case .none: break
        case .hash(let hash): parts.append("hash: \(hash.rawValue)")
        case .hmac(let algorithm, let key): parts += ["hmac: \(algorithm.rawValue)", "key: \(key)"]
        }
        return (parts + ["encoding: \(value.encoding.rawValue)"]).joined(separator: "; ")
    }
}
