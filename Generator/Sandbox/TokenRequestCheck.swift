@_spi(Generated) import Pipeline
import WaybillJSON
@_spi(Generated) import WaybillRuntime

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Whether a request for a token has what a client would have sent: address, header fields and body.
struct TokenRequestCheck {
    let client: ResolvedClient
    let token: ResolvedToken
    let credentials: CredentialSet
    let moment: SandboxMoment

    /// What a request is answered that lacks something; nil where it is right.
    /// - Parameter captures: What stands at the placeholders of the address.
    func refusal(of request: SandboxRequest, _ captures: [String: String]) -> SandboxAnswer? {
        let names = client.credentials.map(\.name)
        if captures.contains(where: { names.contains($0.key) && credentials[$0.key] != $0.value }) {
            return refusal(401, "invalid_client", "the address is not that of these credentials")
        }
        return basicRefusal(of: request) ?? headerRefusal(of: request) ?? bodyRefusal(of: request)
    }

    private func basicRefusal(of request: SandboxRequest) -> SandboxAnswer? {
        guard let basic = token.basic, Self.basic(request) != "\(text(basic.user)):\(text(basic.password))" else {
            return nil
        }
        var answer = refusal(401, "invalid_client", "the header Authorization does not have the credentials")
        answer.headers.append(("WWW-Authenticate", "Basic realm=\"\(client.name)\", charset=\"UTF-8\""))
        return answer
    }

    private func headerRefusal(of request: SandboxRequest) -> SandboxAnswer? {
        for (name, template) in token.headers {
            guard let sent = request.header(name) else {
                if isOptional(template) { continue }
                let text = "the header \(name) is missing"
                guard template.placeholders.isEmpty else { return refusal(401, "invalid_client", text) }
                return refusal(400, "invalid_request", text)
            }
            if let refusal = refusal(of: sent, template, in: "the header \(name)") { return refusal }
        }
        return nil
    }

    private func bodyRefusal(of request: SandboxRequest) -> SandboxAnswer? {
        guard !token.fields.isEmpty else { return nil }
        guard let sent = fields(of: request) else {
            let form = token.isJSON ? "JSON, an object of texts" : "a form"
            return refusal(400, "invalid_request", "the body must be \(form)")
        }
        for (name, template) in token.fields {
            guard let value = sent[name] else { return refusal(400, "invalid_request", "\(name) is missing") }
            // RFC 7523, section 3.1.
            let proof = name == "assertion" ? "invalid_grant" : "invalid_client"
            let constant = name == "grant_type" ? "unsupported_grant_type" : "invalid_request"
            let refusal = refusal(of: value, template, in: name, asProof: proof, asConstant: constant)
            if let refusal { return refusal }
        }
        return nil
    }

    /// What is wrong with a header or a field, under these codes; nil where nothing is.
    private func refusal(
        of sent: String,
        _ template: TextTemplate,
        in place: String,
        asProof proof: String = "invalid_client",
        asConstant constant: String = "invalid_request"
    ) -> SandboxAnswer? {
        if template.placeholders.contains("jwt") {
            return webTokenFault(sent, template, place).map { refusal(401, proof, $0) }
        }
        guard sent != text(template) else { return nil }
        if !template.placeholders.isEmpty { return refusal(401, "invalid_client", "\(place) is not accepted") }
        return refusal(400, constant, "\(place) must be \"\(template)\", and is \"\(sent)\"")
    }

    /// What is wrong with a text that has a JSON Web Token.
    private func webTokenFault(_ sent: String, _ template: TextTemplate, _ place: String) -> String? {
        let form = template.filling { $0 == "jwt" ? nil : credentials[$0] }
        guard let webToken = client.webToken, let found = form.match(sent)?.first else {
            return "\(place) is not of the form \"\(template)\""
        }
        return WebTokenCheck(token: webToken, credentials: credentials, moment: moment).fault(in: found.value)
    }

    /// Whether a client may leave a header out, as it does where none of the credentials in it has a value.
    private func isOptional(_ template: TextTemplate) -> Bool {
        let names = client.credentials.filter { $0.defaultValue != nil }.map(\.name)
        return !template.placeholders.isEmpty && template.placeholders.allSatisfy(names.contains)
    }

    private func text(_ template: TextTemplate) -> String { template.text { credentials[$0] } }

    // MARK: Reading

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
