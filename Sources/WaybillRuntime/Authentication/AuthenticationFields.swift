/// Checks what authentication adds to requests before any is sent.
struct AuthenticationFields {
    private let authentication: Authentication
    private let credentials: [Credential]

    init(_ authentication: Authentication, _ credentials: [Credential]) {
        self.authentication = authentication
        self.credentials = credentials
    }

    /// The names of the header fields in lower case, those among them that have nothing to say.
    var headerNames: Set<String> {
        let basic = authentication.basic.map { _ in [BasicAuthentication.field] } ?? []
        return Set((authentication.headers.map(\.name) + basic).map { $0.lowercased() })
    }

    /// The placeholders of all fields and parameters.
    var placeholders: Set<String> {
        let basic = authentication.basic.map { [$0.user, $0.password] } ?? []
        let texts = authentication.headers.map(\.value) + authentication.query.map(\.value) + basic
        return Set(texts.flatMap { TextTemplate($0).placeholders })
    }

    /// What nobody may see: the credentials, the lines of a key, and the one that Basic makes of two.
    var secrets: [String] {
        // What may be blank is a prefix such as `Bearer`, and no secret.
        let basic = authentication.basic.map { [String($0.header(value).dropFirst("Basic ".count))] } ?? []
        let lines = credentials.filter(authentication.isPEM).flatMap { key in
            key.value.split(whereSeparator: \.isNewline).filter { $0.utf8.count > 15 && !$0.hasPrefix("-----") }
        }
        return credentials.filter { !$0.mayBeBlank }.map(\.value) + basic + lines.map { String($0) }
    }

    /// Looks at each field and parameter, those of requests for tokens too.
    func run() throws(ConfigurationError) {
        let token = (authentication.token == nil ? [] : ["token"]) + (authentication.webToken == nil ? [] : ["jwt"])
        let known = Self.known + token + (authentication.signature?.names ?? []) + credentials.map(\.name)
        for (name, text) in authentication.headers { try checkHeader(name, text, known) }
        for (name, text) in authentication.query { try check("parameter", name, text, known) }
        if let basic = authentication.basic { try check(basic, known) }
        guard let recipe = authentication.token else { return }
        let given = credentials.map(\.name) + (authentication.webToken == nil ? [] : ["jwt"])
        for (name, text) in recipe.headers { try checkHeader(name, text, given) }
    }

    private static let known =
        SigningTime.allCases.map(\.rawValue) + [
            "body", "signature", "nonce", "nonce.uuid", "method", "host", "path", "url", "headerNames",
        ]

    private func checkHeader(_ name: String, _ text: String, _ known: [String]) throws(ConfigurationError) {
        guard HeaderRule.name(name) != nil else {
            throw ConfigurationError(option: "authentication", reason: "has an invalid header field name")
        }
        try check("field", name, text, known)
        try check(name, text)
    }

    private func check(
        _ place: String,
        _ name: String,
        _ text: String,
        _ known: [String]
    ) throws(ConfigurationError) {
        if let unknown = TextTemplate(text).placeholders.first(where: { !known.contains($0) }) {
            throw ConfigurationError(option: unknown, reason: "is needed for the \(place) \(name)")
        }
    }

    private func check(_ basic: BasicAuthentication, _ known: [String]) throws(ConfigurationError) {
        for text in [basic.user, basic.password] { try check("field", BasicAuthentication.field, text, known) }
        guard let fault = basic.fault(value) else { return }
        throw ConfigurationError(option: TextTemplate(basic.user).placeholders.first ?? "user", reason: fault)
    }

    /// White space at a credential's ends would be cut off on the way, or take part in no comparison.
    private func check(_ name: String, _ text: String) throws(ConfigurationError) {
        for credential in credentials where !credential.mayBeBlank && text.contains("{\(credential.name)}") {
            guard let fault = HeaderRule.fault(inValue: credential.value) else { continue }
            throw ConfigurationError(option: credential.name, reason: fault)
        }
        let template = TextTemplate(text)
        guard !Self.isEmpty(template, credentials) else { return }
        if let fault = HeaderRule.fault(inValue: template.text(value)) {
            throw ConfigurationError(option: "authentication", reason: "has a field \(name) that \(fault)")
        }
    }

    private func value(_ placeholder: String) -> String { Self.value(placeholder, credentials) }

    private static func value(_ placeholder: String, _ credentials: [Credential]) -> String {
        credentials.first { $0.name == placeholder }?.value ?? "0"
    }

    /// Whether a field has nothing to say, since none of the credentials in it has a value.
    static func isEmpty(_ template: TextTemplate, _ credentials: [Credential]) -> Bool {
        !template.placeholders.isEmpty && template.placeholders.allSatisfy { value($0, credentials).isEmpty }
    }
}
