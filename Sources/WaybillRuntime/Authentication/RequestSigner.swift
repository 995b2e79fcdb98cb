import HTTPTypes

/// Makes the header fields that authenticate, anew for each attempt where they hold a time or a signature.
struct RequestSigner: Sendable, CustomStringConvertible, CustomReflectable {
    private struct Field: Sendable {
        let name: HTTPField.Name
        let template: TextTemplate
        /// Whether the value is another one in each attempt.
        var isSignedAnew: Bool { !template.placeholders.allSatisfy { $0 != "timestamp" && $0 != "signature" } }
    }

    /// The fields' names in lower case, those among them that have nothing to say.
    let names: Set<String>
    /// Masks the credentials in what others say.
    let mask: SecretMask
    /// Whether the time goes out with each request, so that a server compares it with its own.
    let sendsTime: Bool

    private let credentials: [Credential]
    private let recipe: (any RequestSignature)?
    private let fields: [Field]
    /// The fields that are the same in every attempt.
    private let constant: HTTPFields

    /// Checks that everything can be made.
    /// - Throws: ``ConfigurationError`` with the credential's name and what is wrong with it.
    init(_ authentication: Authentication, _ credentials: [Credential]) throws(ConfigurationError) {
        for credential in credentials {
            if let fault = credential.fault { throw ConfigurationError(option: credential.name, reason: fault) }
        }
        if let recipe = authentication.signature, !recipe.canSign(with: credentials) {
            throw ConfigurationError(option: recipe.key, reason: "is not a usable signing key")
        }
        self.credentials = credentials
        // What may be blank is a prefix such as `Bearer`, and no secret.
        mask = SecretMask(credentials.filter { !$0.mayBeBlank }.map(\.value))
        recipe = authentication.signature
        var fields: [Field] = []
        var constant = HTTPFields()
        var names: Set<String> = []
        for (name, template) in authentication.headers {
            let field = try Self.field(name, template, credentials)
            names.insert(field.name.canonicalName)
            if field.isSignedAnew {
                fields.append(field)
            } else if !Self.isEmpty(field.template, credentials) {
                constant[field.name] = field.template.text { Self.value($0, credentials) }
            }
        }
        self.fields = fields
        self.constant = constant
        sendsTime = fields.contains { $0.template.placeholders.contains("timestamp") }
        self.names = names
    }

    private static func field(
        _ name: String,
        _ template: String,
        _ credentials: [Credential]
    ) throws(ConfigurationError) -> Field {
        guard let fieldName = HeaderRule.name(name) else {
            throw ConfigurationError(option: "authentication", reason: "has an invalid header field name")
        }
        let field = Field(name: fieldName, template: TextTemplate(template))
        let known = ["timestamp", "body", "signature"] + credentials.map(\.name)
        if let unknown = field.template.placeholders.first(where: { !known.contains($0) }) {
            throw ConfigurationError(option: unknown, reason: "is needed for the field \(name)")
        }
        try check(name, template, field, credentials)
        return field
    }

    /// White space at a credential's ends would be cut off on the way, or take part in no comparison.
    private static func check(
        _ name: String,
        _ template: String,
        _ field: Field,
        _ credentials: [Credential]
    ) throws(ConfigurationError) {
        for credential in credentials where !credential.mayBeBlank && template.contains("{\(credential.name)}") {
            guard let fault = HeaderRule.fault(inValue: credential.value) else { continue }
            throw ConfigurationError(option: credential.name, reason: fault)
        }
        guard !isEmpty(field.template, credentials) else { return }
        if let fault = HeaderRule.fault(inValue: field.template.text { value($0, credentials) }) {
            throw ConfigurationError(option: "authentication", reason: "has a field \(name) that \(fault)")
        }
    }

    /// Whether a field has nothing to say, since none of the credentials in it has a value.
    private static func isEmpty(_ template: TextTemplate, _ credentials: [Credential]) -> Bool {
        !template.placeholders.isEmpty && template.placeholders.allSatisfy { value($0, credentials).isEmpty }
    }

    private static func value(_ placeholder: String, _ credentials: [Credential]) -> String {
        credentials.first { $0.name == placeholder }?.value ?? "0"
    }

    /// The fields of one attempt.
    func headers(timestamp: Int64, body: [UInt8]?) -> HTTPFields {
        guard !fields.isEmpty else { return constant }
        let signature = recipe?.sign(credentials, timestamp: timestamp, body: body ?? []) ?? ""
        var headers = constant
        for field in fields {
            headers[field.name] = field.template.text { placeholder in
                switch placeholder {
                case "timestamp": String(timestamp)
                case "signature": signature
                default: Self.value(placeholder, credentials)
                }
            }
        }
        return headers
    }

    /// The fields that are sent with every secret masked, in the definition's order.
    func maskedHeaders(_ authentication: Authentication) -> [(name: String, value: String)] {
        authentication.headers.compactMap { name, text in
            let template = TextTemplate(text)
            guard !Self.isEmpty(template, credentials) else { return nil }
            return (name, template.text { $0 == "timestamp" ? "[TIMESTAMP]" : "[REDACTED]" })
        }
    }

    /// Nothing but the fields' names.
    var description: String { "RequestSigner(\(names.sorted().joined(separator: ", ")))" }

    /// Nothing but the fields' names.
    var customMirror: Mirror { Mirror(self, children: ["names": names.sorted()]) }
}
