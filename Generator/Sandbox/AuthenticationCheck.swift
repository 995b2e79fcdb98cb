@_spi(Generated) import Pipeline
@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillSigning

/// Whether a request proves that its sender has a client's credentials.
///
/// What a client would have sent is made anew, by the runtime, at the time and with the nonce that came.
struct AuthenticationCheck {
    /// How far the clocks of both sides may be apart, in seconds.
    static let tolerance: Int64 = 300

    private typealias Capture = (name: String, value: String)

    let client: ResolvedClient
    let credentials: CredentialSet
    let tokens: BoundedTable<IssuedToken>
    let moment: SandboxMoment

    /// Passes, or tells what is wrong, without repeating any secret.
    func check(_ request: SandboxRequest) throws(Refusal) {
        var captures: [Capture] = []
        for header in client.headers {
            captures += try self.captures(header.value, of: "header \(header.name)", request.header(header.name))
        }
        let query = ParameterCheck.query(request.query)
        for parameter in client.query {
            let value = query.first { $0.name == parameter.name }?.value
            captures += try self.captures(parameter.value, of: "parameter \(parameter.name)", value)
        }
        let expected = try proof(of: request, captures)
        for (name, value) in captures {
            if name == "token", client.token != nil {
                try checkToken(value)
            } else if name == "jwt", let token = client.webToken {
                let check = WebTokenCheck(token: token, credentials: credentials, moment: moment)
                if let fault = check.fault(in: value) { throw Refusal(.unauthenticated, fault) }
            } else {
                try compare(name, value, expected.values.text(name))
            }
        }
        if client.basic != nil { try compareBasic(request, expected) }
    }

    /// How many parts of a request look like those of this way to authenticate.
    func likeness(of request: SandboxRequest) -> Int {
        let query = ParameterCheck.query(request.query)
        let headers = client.headers.count { header in
            request.header(header.name).map { form(of: header.value).match($0) != nil } ?? false
        }
        let parameters = client.query.count { parameter in query.contains { $0.name == parameter.name } }
        let isBasic = request.header(BasicAuthentication.field)?.hasPrefix("Basic ") ?? false
        return headers + parameters + (client.basic != nil && isBasic ? 1 : 0)
    }

    private func captures(_ value: TextTemplate, of place: String, _ text: String?) throws(Refusal) -> [Capture] {
        guard let text else {
            if isOptional(value) { return [] }
            throw Refusal(.unauthenticated, "the \(place) is missing")
        }
        let template = form(of: value)
        guard let captures = template.match(text) else {
            throw Refusal(.unauthenticated, "the \(place) is not of the form \"\(template)\"")
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

    // MARK: - What is expected

    private func proof(of request: SandboxRequest, _ captures: [Capture]) throws(Refusal) -> RequestProof {
        var values = SigningValues(client.credentials.map { Credential($0.name, credentials[$0.name]) })
        // A credential may have the name of what a client makes, and is never taken from the request.
        let made = captures.filter { capture in !client.credentials.contains { $0.name == capture.name } }
        for capture in made where capture.name.hasPrefix("nonce") || ["token", "jwt"].contains(capture.name) {
            values[capture.name] = Array(capture.value.utf8)
        }
        values.setTime(milliseconds: try time(made) ?? 0)
        return RequestProof(client.authentication, signed(request), values)
    }

    /// The request without what authenticates it.
    private func signed(_ request: SandboxRequest) -> SignedRequest {
        let added = client.query.map { PercentEncoding.encode($0.name) }
        let query = request.query.split(separator: "&").filter { pair in
            !added.contains { pair.hasPrefix($0 + "=") }
        }
        let names = Set(client.headers.map { $0.name.lowercased() } + ["host"])
        let url = "http://\(request.header("Host") ?? "localhost")\(request.path)"
        return SignedRequest(
            method: request.method,
            url: url + (query.isEmpty ? "" : "?" + query.joined(separator: "&")),
            headers: request.headers.filter { !names.contains($0.name.lowercased()) },
            body: request.body
        )
    }

    /// The time that came, in milliseconds; nil where none did.
    private func time(_ captures: [Capture]) throws(Refusal) -> Int64? {
        for (name, value) in captures {
            guard let form = SigningTime(rawValue: name), form.isMoment else { continue }
            guard let time = form.milliseconds(value) else {
                throw Refusal(.unauthenticated, "the time must be of the form \"\(form.text(milliseconds: 0))\"")
            }
            let distance = (time / 1_000).subtractingReportingOverflow(moment.seconds).partialValue.magnitude
            guard distance <= Self.tolerance else {
                let message =
                    "the timestamp is \(distance) s away from the sandbox's clock, at most \(Self.tolerance) s are allowed"
                throw Refusal(.unauthenticated, message)
            }
            return time
        }
        return nil
    }

    // MARK: - Comparing

    private func compare(_ name: String, _ value: String, _ expected: String?) throws(Refusal) {
        guard !Self.isEqual(value, expected ?? "") else { return }
        if client.credentials.contains(where: { $0.name == name }) {
            throw Refusal(.unauthenticated, "the \(name) is not one that this sandbox accepts; see GET /_sandbox")
        }
        if name == "signature" { throw Refusal(.unauthenticated, signatureMessage) }
        throw Refusal(.unauthenticated, "the \(name) is not what the request gives")
    }

    private var signatureMessage: String {
        let isPlain = client.signature.map { $0.values.isEmpty && $0.headers.isEmpty } ?? true
        return isPlain ? "the signature does not match the body" : "the signature does not match the request"
    }

    private func checkToken(_ value: String) throws(Refusal) {
        guard let token = tokens[value], token.client == client.name else {
            throw Refusal(.unauthenticated, "the token is not one that this sandbox gave")
        }
        guard moment.milliseconds < token.endsAt else { throw Refusal(.unauthenticated, "the token has ended") }
    }

    private func compareBasic(_ request: SandboxRequest, _ expected: RequestProof) throws(Refusal) {
        guard let value = request.header(BasicAuthentication.field) else {
            throw Refusal(.unauthenticated, "the header \(BasicAuthentication.field) is missing")
        }
        let field = expected.headers.first { $0.name == BasicAuthentication.field }
        guard Self.isEqual(value, field?.value ?? "") else {
            let message = "user and password are not those that this sandbox accepts; see GET /_sandbox"
            throw Refusal(.unauthenticated, message)
        }
    }

    /// Compares all bytes whatever the first difference is, as a real server must.
    private static func isEqual(_ left: String, _ right: String) -> Bool {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
