@_spi(Generated) import Pipeline
import WaybillJSON
@_spi(Generated) import WaybillRuntime

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Where a client gets the tokens that it sends: a token endpoint as RFC 6749, section 4.4 has it, or one like it.
struct TokenRoute: Sendable {
    let client: ResolvedClient
    let token: ResolvedToken
    let pattern: PathPattern

    /// Nil where the client asks for no token.
    init?(_ client: ResolvedClient) {
        guard let token = client.token else { return nil }
        self.client = client
        self.token = token
        switch token.address {
        case .path(let path):
            pattern = PathPattern(
                RouteTable.path(path.description, of: client),
                base: RouteTable.basePath(of: client)
            )
        case .url(let url): pattern = PathPattern(RouteTable.path(ofURL: url.description), base: "")
        }
    }

    /// The milliseconds that a token is good for: what the options say, else the spec, else an hour.
    func lifetime(_ options: Int?) -> Int64 {
        if let options { return Int64(options) }
        if case .after(let lifetime) = token.end { return Int64(lifetime) }
        return 3_600_000
    }

    /// Answers a request for a token; nil where something else is meant.
    func answer(
        _ request: SandboxRequest,
        _ credentials: CredentialSet,
        lifetime: Int64,
        _ state: inout SandboxState,
        at moment: SandboxMoment
    ) -> SandboxAnswer? {
        guard request.method == "POST", let captures = pattern.match(request.path) else { return nil }
        if let refusal = refusal(of: request, captures, credentials, moment) { return refusal }
        let value = "tok_" + moment.hex(40)
        state.tokens.set(value, IssuedToken(client: client.name, endsAt: moment.milliseconds + lifetime))
        var answer = SandboxAnswer(status: 200, json: document(value, lifetime: lifetime, at: moment))
        answer.headers.append(("Cache-Control", "no-store"))
        return answer
    }

    private func document(_ value: String, lifetime: Int64, at moment: SandboxMoment) -> JSONValue {
        var document: JSONValue = .object(["token_type": "Bearer"])
        token.at.set(.string(value), in: &document)
        switch token.end {
        case .seconds(let path): path.set(.number(JSONNumber(Int(lifetime / 1000))), in: &document)
        case .time(let path):
            path.set(.string(SandboxMoment.timestamp(moment.milliseconds + lifetime)), in: &document)
        case .after: break
        }
        return document
    }

    // MARK: Refusals

    private func refusal(
        of request: SandboxRequest,
        _ captures: [String: String],
        _ credentials: CredentialSet,
        _ moment: SandboxMoment
    ) -> SandboxAnswer? {
        let names = client.credentials.map(\.name)
        if captures.contains(where: { names.contains($0.key) && credentials[$0.key] != $0.value }) {
            return refusal(401, "invalid_client", "the address is not that of these credentials")
        }
        if let basic = token.basic {
            let expected = "\(text(basic.user, credentials)):\(text(basic.password, credentials))"
            guard Self.basic(request) == expected else {
                var answer = refusal(401, "invalid_client", "the header Authorization does not have the credentials")
                answer.headers.append(("WWW-Authenticate", "Basic realm=\"\(client.name)\", charset=\"UTF-8\""))
                return answer
            }
        }
        guard let sent = fields(of: request) else {
            let form = token.isJSON ? "JSON, an object of texts" : "a form"
            return refusal(400, "invalid_request", "the body must be \(form)")
        }
        for (name, template) in token.fields where sent[name] != text(template, credentials) {
            guard let value = sent[name] else { return refusal(400, "invalid_request", "\(name) is missing") }
            if template.placeholders.contains("jwt") {
                guard let fault = webTokenFault(value, template, credentials, moment) else { continue }
                // RFC 7523, section 3.1.
                return refusal(401, name == "assertion" ? "invalid_grant" : "invalid_client", fault)
            }
            if !template.placeholders.isEmpty { return refusal(401, "invalid_client", "\(name) is not accepted") }
            let code = name == "grant_type" ? "unsupported_grant_type" : "invalid_request"
            return refusal(400, code, "\(name) must not be \"\(value)\"")
        }
        return nil
    }

    /// What is wrong with a field that has a JSON Web Token.
    private func webTokenFault(
        _ value: String,
        _ template: TextTemplate,
        _ credentials: CredentialSet,
        _ moment: SandboxMoment
    ) -> String? {
        let form = template.filling { $0 == "jwt" ? nil : credentials[$0] }
        guard let webToken = client.webToken, let found = form.match(value)?.first else {
            return "the field is not of the form \"\(template)\""
        }
        return WebTokenCheck(token: webToken, credentials: credentials, moment: moment).fault(in: found.value)
    }

    private func text(_ template: TextTemplate, _ credentials: CredentialSet) -> String {
        template.text { credentials[$0] }
    }

    /// The fields of the body; nil where it is of another form.
    private func fields(of request: SandboxRequest) -> [String: String]? {
        let type = request.header("Content-Type")?.split(separator: ";").first.map { $0.lowercased() } ?? ""
        guard token.isJSON else {
            guard type == "application/x-www-form-urlencoded" else { return nil }
            let pairs = ParameterCheck.query(String(decoding: request.body, as: UTF8.self))
            return Dictionary(pairs.map { ($0.name, $0.value) }) { first, _ in first }
        }
        guard type == "application/json", let object = (try? JSONValue(parsing: request.body))?.objectValue else {
            return nil
        }
        return Dictionary(object.compactMap { key, value in value.stringValue.map { (key, $0) } }) { first, _ in first }
    }

    /// User and password with a colon between, out of the form's encoding (RFC 6749, section 2.3.1).
    private static func basic(_ request: SandboxRequest) -> String? {
        guard let value = request.header("Authorization"), value.hasPrefix("Basic "),
            let bytes = Data(base64Encoded: String(value.dropFirst(6)))
        else { return nil }
        let parts = String(decoding: bytes, as: UTF8.self).split(
            separator: ":",
            maxSplits: 1,
            omittingEmptySubsequences: false
        )
        return parts.map { ParameterCheck.query(String($0)).first?.name ?? "" }.joined(separator: ":")
    }

    /// RFC 6749, section 5.2.
    private func refusal(_ status: Int, _ code: String, _ text: String) -> SandboxAnswer {
        SandboxAnswer(status: status, json: ["error": .string(code), "error_description": .string(text)])
    }
}
