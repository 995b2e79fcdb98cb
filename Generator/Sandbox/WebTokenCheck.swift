@_spi(Generated) import Pipeline
import WaybillJSON
@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillSigning

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Whether a text is a JSON Web Token of a client: signed, in time, and with the right claims.
struct WebTokenCheck {
    let token: ResolvedWebToken
    let credentials: CredentialSet
    let moment: SandboxMoment

    /// What is wrong with a token; nil where nothing is.
    func fault(in text: String) -> String? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3 else { return "the JWT must have three parts with points between them" }
        guard let header = object(parts[0]), let claims = object(parts[1]), let signature = Self.bytes(parts[2]) else {
            return "the JWT must be Base64 for URLs, of JSON objects and a signature"
        }
        if let fault = headerFault(header) { return fault }
        let message = Array("\(parts[0]).\(parts[1])".utf8)
        guard token.key.isValid(signature, of: message, by: credentials[token.key.credential]) else {
            return "the signature of the JWT does not match; is it signed with the key that GET /_sandbox shows?"
        }
        return timeFault(claims) ?? membersFault(of: claims, token.claims, "claim")
    }

    private func headerFault(_ header: JSONObject) -> String? {
        if header["alg"] != .string(token.key.algorithm) { return "the JWT's alg must be \(token.key.algorithm)" }
        if token.header["typ"] == nil, header["typ"] != "JWT" { return "the JWT's typ must be JWT" }
        return membersFault(of: header, token.header, "header")
    }

    private func timeFault(_ claims: JSONObject) -> String? {
        guard let issued = claims["iat"]?.intValue, let end = claims["exp"]?.intValue else {
            return "the JWT's iat and exp must be whole numbers of seconds"
        }
        let now = Int(moment.seconds)
        let lifetime = token.lifetime / 1000
        if end <= now { return "the JWT has ended: its exp is \(now - end) s ago" }
        let early = issued - now
        if early > Int(AuthenticationCheck.tolerance) {
            return "the JWT's iat is \(early) s ahead of the sandbox's clock"
        }
        let (length, overflow) = end.subtractingReportingOverflow(issued)
        return overflow || length > lifetime ? "the JWT's exp must be at most \(lifetime) s after its iat" : nil
    }

    private func membersFault(of object: JSONObject, _ expected: JSONObject, _ place: String) -> String? {
        for (name, value) in expected {
            guard let given = object[name] else { return "the JWT has no \(place) \(name)" }
            if !isSame(given, value) { return "the JWT's \(place) \(name) is not the one of these credentials" }
        }
        return nil
    }

    /// Whether a value is the filled template; a nonce may be anything that is not empty.
    private func isSame(_ given: JSONValue, _ template: JSONValue) -> Bool {
        switch (given, template) {
        case (.string(let text), .string(let template)):
            let form = TextTemplate(template).filling { $0.hasPrefix("nonce") ? nil : credentials[$0] }
            return form.match(text)?.allSatisfy { !$0.value.isEmpty } ?? false
        case (.array(let elements), .array(let templates)):
            return elements.count == templates.count && zip(elements, templates).allSatisfy(isSame)
        case (.object(let members), .object(let templates)):
            return members.count == templates.count
                && templates.allSatisfy { name, value in members[name].map { isSame($0, value) } ?? false }
        default: return given == template
        }
    }

    private func object(_ text: String) -> JSONObject? {
        Self.bytes(text).flatMap { try? JSONValue(parsing: $0).objectValue }
    }

    /// Base64 for URLs without padding (RFC 7515, section 2).
    private static func bytes(_ text: String) -> [UInt8]? {
        guard text.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "=") })
        else {
            return nil
        }
        let usual = text.replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - usual.utf8.count % 4) % 4)
        return Data(base64Encoded: usual + padding).map { Array($0) }
    }
}
