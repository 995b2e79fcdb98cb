import HTTPTypes

/// Adds to each request what authenticates it, anew for each attempt where that holds a time or a signature.
struct RequestSigner: Sendable, CustomStringConvertible, CustomReflectable {
    /// The header fields' names in lower case, those among them that have nothing to say.
    let names: Set<String>
    /// Masks the credentials in what others say.
    let mask: SecretMask
    /// Whether the body has to be known before the header fields are sent.
    let readsBody: Bool
    /// Whether the time goes out with each request, so that a server compares it with its own.
    let sendsTime: Bool

    /// What makes the JSON Web Tokens, where the API wants some.
    let webTokens: WebTokenSource?
    /// Whether those go out with each request, and not only with requests for tokens.
    private let sendsWebToken: Bool
    private let authentication: Authentication
    private let credentials: [Credential]
    /// What is the same in every attempt; nil where something is made anew.
    private let constant: RequestProof?

    /// Checks that everything can be made.
    /// - Throws: ``ConfigurationError`` with the credential's name and what is wrong with it.
    init(_ authentication: Authentication, _ credentials: [Credential]) throws(ConfigurationError) {
        for credential in credentials {
            // A key in PEM has several lines; what reads it says what is wrong with it.
            if let fault = authentication.isPEM(credential) ? credential.blank : credential.fault {
                throw ConfigurationError(option: credential.name, reason: fault)
            }
        }
        if let recipe = authentication.signature, !recipe.canSign(with: credentials) {
            throw ConfigurationError(option: recipe.key, reason: "is not a usable signing key")
        }
        let check = AuthenticationFields(authentication, credentials)
        try check.run()
        self.authentication = authentication
        self.credentials = credentials
        names = check.headerNames
        webTokens = try authentication.webToken.map { recipe throws(ConfigurationError) in
            try WebTokenSource(recipe, credentials)
        }
        mask = SecretMask(check.secrets, hasWebTokens: webTokens != nil)
        sendsWebToken = check.placeholders.contains("jwt")
        sendsTime = check.placeholders.contains { $0.hasPrefix(SigningTime.seconds.rawValue) }
        let isConstant = check.placeholders.allSatisfy { name in credentials.contains { $0.name == name } }
        let namesBody = check.placeholders.contains { $0.hasPrefix("body") }
        readsBody = !isConstant && (authentication.signature != nil || namesBody)
        let nothing = SignedRequest(method: "", url: "")
        constant =
            isConstant
            ? RequestProof(authentication, nothing, SigningValues(credentials)) : nil
    }

    /// The URL and the header fields of one attempt, with what authenticates it.
    func signed(
        _ method: String,
        _ url: String,
        _ headers: HTTPFields,
        _ body: [UInt8]?,
        _ clock: RuntimeClock,
        token: String? = nil
    ) -> (url: String, headers: HTTPFields) {
        let proof = constant ?? proof(method, url, headers, body, clock, token)
        var headers = headers
        for field in proof.headers {
            if let name = HeaderRule.name(field.name) { headers[name] = field.value }
        }
        let query = proof.query.map { PercentEncoding.encode($0.name) + "=" + PercentEncoding.encode($0.value) }
        guard !query.isEmpty else { return (url, headers) }
        return (url + (url.contains("?") ? "&" : "?") + query.joined(separator: "&"), headers)
    }

    private func proof(
        _ method: String,
        _ url: String,
        _ headers: HTTPFields,
        _ body: [UInt8]?,
        _ clock: RuntimeClock,
        _ token: String?
    ) -> RequestProof {
        var values = SigningValues(credentials)
        if let token { values["token"] = Array(token.utf8) }
        if sendsWebToken, let webToken = webTokens?.token(clock) { values["jwt"] = Array(webToken.utf8) }
        let now = clock.now().components
        values.setTime(milliseconds: now.seconds * 1_000 + now.attoseconds / 1_000_000_000_000_000)
        // The digits of a UUID of version 4: as random as a nonce has to be, and one form of both.
        values.setNonce(RandomText.uuid(clock.random).replacing("-", with: ""))
        let own = headers.filter { !names.contains($0.name.canonicalName) }
        let request = SignedRequest(
            method: method,
            url: url,
            headers: own.map { ($0.name.canonicalName, $0.value) },
            body: body ?? []
        )
        return RequestProof(authentication, request, values)
    }

    /// The fields that are sent with every secret masked, in the definition's order.
    var maskedHeaders: [(name: String, value: String)] {
        let basic = authentication.basic.map { _ in [(name: BasicAuthentication.field, value: "Basic [REDACTED]")] }
        return masked(authentication.headers) + (basic ?? [])
    }

    /// The parameters of the query that are sent with every secret masked, in the definition's order.
    var maskedQuery: [(name: String, value: String)] { masked(authentication.query) }

    private func masked(_ fields: [Authentication.Field]) -> [(name: String, value: String)] {
        fields.compactMap { name, text in
            let template = TextTemplate(text)
            guard !AuthenticationFields.isEmpty(template, credentials) else { return nil }
            return (name, template.text { $0.hasPrefix("timestamp") ? "[TIMESTAMP]" : "[REDACTED]" })
        }
    }

    /// Nothing but the fields' names.
    var description: String { "RequestSigner(\(names.sorted().joined(separator: ", ")))" }

    /// Nothing but the fields' names.
    var customMirror: Mirror { Mirror(self, children: ["names": names.sorted()]) }
}
