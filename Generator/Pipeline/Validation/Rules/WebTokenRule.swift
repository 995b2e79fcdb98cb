import SpecYAML
import WaybillJSON
@_spi(Generated) import WaybillRuntime

struct WebTokenRule: LocalRule {
    let id = "jwt"
    let summary = "A JWT is signed with a credential that is sent nowhere, says what the client knows, and goes out."
    private static let longest = 31_536_000_000

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for auth in context.spec.clients.flatMap(\.value.auth.each) {
            guard let token = auth.webToken else { continue }
            checkKey(token, auth, into: &diagnostics)
            checkTemplates(token.header, auth, besides: [], into: &diagnostics)
            checkTemplates(token.claims, auth, besides: SignatureIngredients.nonces, into: &diagnostics)
            checkMembers(token, into: &diagnostics)
            checkTimes(token, into: &diagnostics)
            let holders = (auth.headers + auth.query).map(\.value) + (auth.token?.fields ?? [])
            if !holders.contains(where: { SignatureIngredients.placeholders($0).contains("jwt") }) {
                diagnostics.error(id, unsent, at: token.location)
            }
        }
    }

    private func checkKey(_ token: WebTokenSpec, _ auth: AuthSpec, into diagnostics: inout DiagnosticCollector) {
        let name = token.key.value
        let known = auth.credentials.map(\.name.value)
        guard let key = auth.credentials.first(where: { $0.name.value == name }) else {
            return diagnostics.error(id, AuthRule.unknown(name, known), at: token.key.location)
        }
        if let given = key.value.defaultValue { diagnostics.error(id, defaultKey, at: given.location) }
        for text in auth.sentTexts where SignatureIngredients.placeholders(text).contains(name) {
            diagnostics.error(id, sent(name), at: text.location)
        }
        for object in [token.header, token.claims].compactMap(\.self)
        where WebTokenRecipe.placeholders(.object(object.value)).contains(name) {
            diagnostics.error(id, sent(name), at: object.location)
        }
        if let encoding = token.keyEncoding, token.algorithm.value != .hs256 {
            diagnostics.error(id, noSecret, at: encoding.location)
        }
    }

    private func checkTemplates(
        _ object: Located<JSONObject>?,
        _ auth: AuthSpec,
        besides others: [String],
        into diagnostics: inout DiagnosticCollector
    ) {
        guard let object else { return }
        let known = auth.credentials.map(\.name.value) + others
        if !isBalanced(.object(object.value)) { diagnostics.error(id, AuthRule.unbalanced, at: object.location) }
        for name in WebTokenRecipe.placeholders(.object(object.value)) where !known.contains(name) {
            diagnostics.error(id, AuthRule.unknown(name, known), at: object.location)
        }
    }

    private func isBalanced(_ value: JSONValue) -> Bool {
        switch value {
        case .string(let text): TextTemplate(text).isBalanced
        case .array(let elements): elements.allSatisfy(isBalanced)
        case .object(let members): members.allSatisfy { isBalanced($0.value) }
        default: true
        }
    }

    private func checkMembers(_ token: WebTokenSpec, into diagnostics: inout DiagnosticCollector) {
        if let header = token.header, header.value["alg"] != nil {
            diagnostics.error(id, made("alg", "the algorithm"), at: header.location)
        }
        guard let claims = token.claims else { return }
        for name in ["iat", "exp"] where claims.value[name] != nil {
            diagnostics.error(id, made(name, "the time"), at: claims.location)
        }
    }

    private func checkTimes(_ token: WebTokenSpec, into diagnostics: inout DiagnosticCollector) {
        let lifetime = token.lifetime
        if lifetime.value < 1000 || lifetime.value > Self.longest || !lifetime.value.isMultiple(of: 1000) {
            diagnostics.error(id, badLifetime, at: lifetime.location)
        } else if !(0..<lifetime.value).contains(token.backdate.value) || !token.backdate.value.isMultiple(of: 1000) {
            diagnostics.error(id, badBackdate, at: token.backdate.location)
        }
        if token.margin.value < 0 || token.margin.value > Self.longest {
            diagnostics.error(id, badMargin, at: token.margin.location)
        }
    }
}

// MARK: - Messages

extension WebTokenRule {
    private var unsent: String {
        "nothing carries the JWT; write {jwt} into a header, such as Authorization: \"Bearer {jwt}\", or into a header or a field of 'token'"
    }

    private var defaultKey: String { "the key of a JWT is nobody's default; leave 'default' out" }

    private var noSecret: String { "only the secret of HS256 has an encoding; private keys are PEM, so leave it out" }

    private var badLifetime: String {
        "a JWT is good for whole seconds, from 1s to 8760h; choose a lifetime between them"
    }

    private var badBackdate: String { "a JWT begins whole seconds ago, less than its lifetime; choose a shorter time" }

    private var badMargin: String { "'margin' lies between 0s and 8760h; choose one between them" }

    private func sent(_ name: String) -> String {
        "the key of a JWT is sent nowhere; leave {\(name)} out of this, or send another credential"
    }

    private func made(_ name: String, _ source: String) -> String {
        "\(SpecText.quoted(name)) is made of \(source); leave it out"
    }
}
