import HTTPTypes
import WaybillJSON

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Writes a request for a token from a client's credentials.
struct TokenRequestWriter {
    let recipe: TokenRecipe
    let credentials: [Credential]
    /// What stands at `{jwt}`.
    var webToken: String?

    /// The header fields: those of every request for a token, and the recipe's own.
    func headers(userAgent: String) -> HTTPFields {
        var headers = HTTPFields()
        headers[.accept] = "application/json"
        headers[.contentType] = mediaType
        headers[.userAgent] = userAgent
        headers[.authorization] = basic
        for (name, text) in recipe.headers {
            let template = TextTemplate(text)
            let isEmpty = AuthenticationFields.isEmpty(template, credentials)
            guard let name = HeaderRule.name(name), !isEmpty else { continue }
            headers[name] = template.text(value)
        }
        return headers
    }

    /// Whether something in the request, beside its address, has a JSON Web Token.
    var hasWebToken: Bool {
        let texts = recipe.headers.map(\.value) + recipe.fields.map(\.value)
        return texts.contains { TextTemplate($0).placeholders.contains("jwt") }
    }

    /// The type of the body; nil where there is none.
    private var mediaType: String? {
        guard !recipe.fields.isEmpty else { return nil }
        return switch recipe.encoding {
        case .form: "application/x-www-form-urlencoded"
        case .json: "application/json"
        }
    }

    /// The body's bytes; nil where the recipe has no fields.
    var body: [UInt8]? {
        guard !recipe.fields.isEmpty else { return nil }
        let fields = recipe.fields.map { (name: $0.key, value: text($0.value)) }
        switch recipe.encoding {
        case .form: return Array(FormText.text(of: fields).utf8)
        case .json:
            var object = JSONObject()
            for field in fields { object[field.name] = .string(field.value) }
            return JSONValue.object(object).serialized()
        }
    }

    /// The value of `Authorization`; nil where the recipe has none.
    ///
    /// Name and password are encoded as in a form before they are put together (RFC 6749, section 2.3.1).
    var basic: String? {
        recipe.basic.map { basic in
            let pair = FormText.encoded(text(basic.user)) + ":" + FormText.encoded(text(basic.password))
            return "Basic " + Data(pair.utf8).base64EncodedString()
        }
    }

    /// The address.
    /// - Parameters:
    ///   - base: The client's URL, which a path goes below.
    ///   - override: The user's own address.
    func url(base: BaseURL, override: String?) throws(ConfigurationError) -> String {
        if let override { return try BaseURL(parsing: override, argument: "configuration.tokenURL").text }
        switch recipe.address {
        case .path(let path): return base.appending(try filled(path))
        case .url(let url): return try BaseURL(parsing: try filled(url), argument: "token").text
        }
    }

    private func filled(_ template: String) throws(ConfigurationError) -> String {
        let template = TextTemplate(template)
        for credential in credentials where template.placeholders.contains(credential.name) {
            if let fault = PathValue.fault(inSegment: credential.value) {
                throw ConfigurationError(option: credential.name, reason: fault)
            }
        }
        return template.text { PercentEncoding.encode(value($0)) }
    }

    private func text(_ template: String) -> String { TextTemplate(template).text(value) }

    private func value(_ name: String) -> String {
        name == "jwt" && webToken != nil ? webToken ?? "" : credentials.first { $0.name == name }?.value ?? ""
    }
}
