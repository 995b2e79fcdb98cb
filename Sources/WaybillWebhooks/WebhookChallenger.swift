public import HTTPTypes
@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillSigning

/// Answers the challenges of one webhook.
struct WebhookChallenger {
    private let challenge: WebhookChallenge
    private let verifier: WebhookVerifier

    /// Nil where the service makes none.
    init?(_ verifier: WebhookVerifier) {
        guard let challenge = verifier.definition.challenge else { return nil }
        self.challenge = challenge
        self.verifier = verifier
    }

    func answer(
        _ method: String,
        _ query: String,
        _ headers: HTTPFields,
        _ body: some Collection<UInt8>
    ) -> WebhookAnswer? {
        guard method == challenge.method.rawValue, body.count <= verifier.bodyLimit else { return nil }
        var secret = 0
        if case .signature = challenge.proof {
            // Nothing is read before the signature holds; what lacks it is for the verifier to refuse.
            guard let payload = try? verifier.verify(body: body, headers: headers) else { return nil }
            secret = payload.matchedSecret
        }
        let members = members(query, body)
        guard isAsked(members) else {
            // A GET delivers nothing.
            if case .get = challenge.method { return refusal }
            return nil
        }
        guard isProven(members), let text = members(challenge.from), WebhookChallenge.isUsable(text) else {
            return refusal
        }
        return answer(text, secret)
    }

    /// What is refused gets nothing of itself back.
    private var refusal: WebhookAnswer { WebhookAnswer(status: verifier.definition.acknowledgement.refusal) }

    private func members(_ query: String, _ body: some Collection<UInt8>) -> (String) -> String? {
        switch challenge.place {
        case .query:
            let fields = WebhookForm(query.utf8)?.fields ?? []
            // A parameter that comes twice has no one text.
            return { name in
                let texts = fields.filter { $0.name == name }
                return texts.count < 2 ? texts.first?.value : nil
            }
        case .body:
            let document = verifier.document(Array(body))
            // One that names a key twice says nothing.
            guard document.fault == nil else { return { _ in nil } }
            return { document.scalar(at: DottedPath($0)) }
        }
    }

    private func isAsked(_ members: (String) -> String?) -> Bool {
        if challenge.when.isEmpty { return members(challenge.from) != nil }
        return challenge.when.allSatisfy { members($0.name) == $0.text }
    }

    private func isProven(_ members: (String) -> String?) -> Bool {
        guard case .token(let name) = challenge.proof else { return true }
        guard let given = members(name), let token = verifier.challengeToken else { return false }
        // By their codes under a key that both have, so that nothing of the token shows in how long it takes.
        let hash = KeyedHash(.sha256, key: Array(token.utf8))
        return hash.firstMatch(among: [hash.code([Array(given.utf8)])], signing: [Array(token.utf8)]) != nil
    }

    private func answer(_ text: String, _ secret: Int) -> WebhookAnswer {
        guard !challenge.answer.isEmpty else {
            return WebhookAnswer(status: 200, type: "text/plain; charset=utf-8", body: Array(text.utf8))
        }
        let code = challenge.hasCode ? verifier.code(of: text, secret) : ""
        var object = JSONObject()
        for member in challenge.answer {
            let filled = member.text.replacing("{hmac}", with: code).replacing("{challenge}", with: text)
            object[member.name] = .string(filled)
        }
        return WebhookAnswer(status: 200, type: "application/json", body: JSONValue.object(object).serialized())
    }
}

extension WebhookVerifier {
    /// Answers a challenge, as ``ChallengedWebhook`` does; nil where the request is none.
    public func answer(
        method: String,
        query: String,
        headers: HTTPFields,
        body: some Collection<UInt8>
    ) -> WebhookAnswer? {
        WebhookChallenger(self)?.answer(method, query, headers, body)
    }

    /// The code of a text by a secret, as the scheme writes it; empty where there are public keys.
    func code(of text: String, _ secret: Int) -> String {
        guard keys.indices.contains(secret), case .secret(let hash) = keys[secret] else { return "" }
        return SignatureText.text(hash.code([Array(text.utf8)]), definition.scheme.encoding)
    }

    /// The token by which a challenge proves itself, or what is wrong with it.
    static func challengeToken(
        _ definition: WebhookDefinition,
        _ token: String?
    ) throws(ConfigurationError) -> String? {
        guard case .token? = definition.challenge?.proof else { return nil }
        guard let token, !token.isEmpty, token.utf8.count <= PresentedSignature.longestField,
            !token.contains(where: \.isNewline), token.contains(where: { !$0.isWhitespace })
        else {
            throw ConfigurationError(option: "challengeToken", reason: "must be the token that the service was given")
        }
        return token
    }

    /// What a challenge may have signed is no delivery: of a body that is neither object nor list, somebody could have had the code
    /// made by asking.
    func isBeyondChallenges(_ body: [UInt8]) -> Bool {
        guard definition.challenge?.hasCode ?? false else { return true }
        return WebhookChallenge.isBeyond(body)
    }
}
