@_spi(Generated) import Pipeline
@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillSigning

/// Whether a request proves that its sender has a client's credentials.
struct AuthenticationCheck {
    /// How far the clocks of both sides may be apart, in seconds.
    static let tolerance: Int64 = 300

    let client: ResolvedClient
    let credentials: CredentialSet
    let moment: SandboxMoment

    /// Passes, or tells what is wrong, without repeating any secret.
    func check(_ request: SandboxRequest) throws(Refusal) {
        var timestamp: Int64?
        var signature: String?
        for header in client.headers {
            for (name, value) in try captures(header, request) {
                switch name {
                case "timestamp": timestamp = try time(value, header.name)
                case "signature": signature = value
                default: try compare(name, value)
                }
            }
        }
        guard let recipe = client.signature else { return }
        try compare(signature, expected(recipe, timestamp, request.body))
    }

    private func captures(
        _ header: (name: String, value: TextTemplate),
        _ request: SandboxRequest
    ) throws(Refusal) -> [(name: String, value: String)] {
        guard let value = request.header(header.name) else {
            if isOptional(header.value) { return [] }
            throw Refusal(.unauthenticated, "the header \(header.name) is missing")
        }
        let template = form(of: header.value)
        guard let captures = template.match(value) else {
            throw Refusal(.unauthenticated, "the header \(header.name) is not of the form \"\(template)\"")
        }
        return captures
    }

    /// Whether a client may leave the header out, as it does where none of the credentials in it has a value.
    private func isOptional(_ template: TextTemplate) -> Bool {
        let names = client.credentials.filter { $0.defaultValue != nil }.map(\.name)
        return !template.placeholders.isEmpty && template.placeholders.allSatisfy(names.contains)
    }

    /// A credential with a default is a word of the form, and not one of its placeholders: it may be empty, and
    /// stand beside a placeholder.
    private func form(of template: TextTemplate) -> TextTemplate {
        let words = client.credentials.filter { $0.defaultValue != nil }.map(\.name)
        return template.filling { words.contains($0) ? credentials[$0] : nil }
    }

    private func compare(_ name: String, _ value: String) throws(Refusal) {
        guard Self.isEqual(value, credentials[name]) else {
            throw Refusal(.unauthenticated, "the \(name) is not one that this sandbox accepts; see GET /_sandbox")
        }
    }

    private func compare(_ signature: String?, _ expected: String) throws(Refusal) {
        guard Self.isEqual(signature ?? "", expected) else {
            throw Refusal(.unauthenticated, "the signature does not match the body")
        }
    }

    private func time(_ text: String, _ header: String) throws(Refusal) -> Int64 {
        guard let timestamp = Int64(text), timestamp >= 0 else {
            throw Refusal(.unauthenticated, "the header \(header) must be whole seconds since 1970")
        }
        let distance = timestamp.subtractingReportingOverflow(moment.seconds).partialValue.magnitude
        guard distance <= Self.tolerance else {
            let message =
                "the timestamp is \(distance) s away from the sandbox's clock, at most \(Self.tolerance) s are allowed"
            throw Refusal(.unauthenticated, message)
        }
        return timestamp
    }

    private func expected(_ recipe: SignatureRecipe, _ timestamp: Int64?, _ body: [UInt8]) -> String {
        let values = client.credentials.map { Credential($0.name, credentials[$0.name]) }
        return recipe.sign(values, timestamp: timestamp ?? 0, body: body)
    }

    /// Compares all bytes whatever the first difference is, as a real server must.
    private static func isEqual(_ left: String, _ right: String) -> Bool {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
