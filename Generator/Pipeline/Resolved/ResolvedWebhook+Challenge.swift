import WaybillJSON
@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillWebhooks

extension ResolvedWebhook {
    /// Whether the service asks whether its receiver is there.
    package var hasChallenge: Bool { definition.challenge != nil }

    /// Whether a challenge proves itself by a token, which the user then gives.
    package var hasChallengeToken: Bool {
        if case .token? = definition.challenge?.proof { true } else { false }
    }

    /// A challenge as the service makes it; nil where it makes none.
    /// - Parameters:
    ///   - text: The text that is to be answered.
    ///   - token: The token, where there is one.
    package func challengeRequest(
        _ text: String,
        token: String
    ) -> (method: String, query: String, body: [UInt8])? {
        guard let challenge = definition.challenge else { return nil }
        var members = challenge.when.map { ($0.name, $0.text) } + [(challenge.from, text)]
        if case .token(let name) = challenge.proof { members.append((name, token)) }
        switch challenge.place {
        case .query:
            let query = FormText.text(of: members.map { (name: $0.0, value: $0.1) })
            return (challenge.method.rawValue, query, [])
        case .body where definition.body == .form:
            let form = FormText.text(of: members.map { (name: $0.0, value: $0.1) })
            return (challenge.method.rawValue, "", Array(form.utf8))
        case .body:
            var json: JSONValue = [:]
            for (path, text) in members { DottedPath(path).set(.string(text), in: &json) }
            return (challenge.method.rawValue, "", json.serialized())
        }
    }

    /// The bytes that answer such a challenge; nil where it is refused, or the service makes none.
    /// - Parameters:
    ///   - text: The text that is to be answered.
    ///   - token: The token, where there is one.
    ///   - key: The secret or the private key.
    package func challengeAnswer(_ text: String, token: String, key: String) -> [UInt8]? {
        let publicKey = definition.scheme.publicKey(of: key)
        let verifier = try? WebhookVerifier(
            definition: definition,
            secrets: hasPublicKey ? [] : [key],
            publicKeys: publicKey.map { [$0] } ?? [],
            url: "https://example.com/",
            challengeToken: token
        )
        guard let verifier, let request = challengeRequest(text, token: token) else { return nil }
        let headers = verifier.sign(body: request.body, privateKey: hasPublicKey ? key : nil)
        return verifier.answer(method: request.method, query: request.query, headers: headers, body: request.body)?.body
    }
}
