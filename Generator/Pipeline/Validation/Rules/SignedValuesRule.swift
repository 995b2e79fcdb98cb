import SpecYAML
@_spi(Generated) import WaybillRuntime

struct SignedValuesRule: LocalRule {
    let id = "signed-value"
    let summary = "The values of a signature are made of what is known before them, and lead to it."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for auth in context.spec.clients.flatMap(\.value.auth.each) {
            guard let signature = auth.signature else { continue }
            checkValues(signature, auth, into: &diagnostics)
            checkHeaders(signature, auth, into: &diagnostics)
            let ingredients = SignatureIngredients(auth: auth)
            let signed = signature.signs.flatMap(SignatureIngredients.placeholders)
            if ingredients.steps(from: signed).contains("signature") {
                diagnostics.error(id, signsItself, at: signature.firstSigned.location)
            }
        }
    }

    private func checkValues(
        _ signature: SignatureSpec,
        _ auth: AuthSpec,
        into diagnostics: inout DiagnosticCollector
    ) {
        let credentials = auth.credentials.map(\.name.value)
        var keys = credentials
        let used = used(signature, auth)
        for value in signature.values {
            let name = value.name.value
            let known = keys + SignatureIngredients.reserved
            for text in value.value.of {
                let template = TextTemplate(text.value)
                if !template.isBalanced { diagnostics.error(id, AuthRule.unbalanced, at: text.location) }
                for placeholder in template.placeholders where !known.contains(placeholder) {
                    diagnostics.error(id, AuthRule.unknown(placeholder, known), at: text.location)
                }
            }
            checkStep(value.value, keys, into: &diagnostics)
            if known.contains(name) { diagnostics.error(id, taken(name), at: value.name.location) }
            if !used.contains(name) { diagnostics.error(id, unused(name), at: value.name.location) }
            keys.append(name)
        }
    }

    private func used(_ signature: SignatureSpec, _ auth: AuthSpec) -> Set<String> {
        let texts =
            signature.signs + (signature.parameters + auth.headers + auth.query).map(\.value)
        return Set(
            texts.flatMap(SignatureIngredients.placeholders) + [signature.key.value]
                + signature.values.flatMap { SignatureIngredients.placeholders($0.value) }
        )
    }

    private func checkStep(_ value: SignedValueSpec, _ keys: [String], into diagnostics: inout DiagnosticCollector) {
        if let hash = value.hash, value.hmac != nil { diagnostics.error(id, twoSteps, at: hash.location) }
        switch (value.hmac, value.key) {
        case (let hmac?, nil): diagnostics.error(id, noKey, at: hmac.location)
        case (nil, let key?): diagnostics.error(id, idleKey, at: key.location)
        case (_, let key?) where !keys.contains(key.value):
            diagnostics.error(id, AuthRule.unknown(key.value, keys), at: key.location)
        default: break
        }
        if value.of.isEmpty { diagnostics.error(id, empty, at: value.location) }
    }

    private func checkHeaders(
        _ signature: SignatureSpec,
        _ auth: AuthSpec,
        into diagnostics: inout DiagnosticCollector
    ) {
        let ingredients = SignatureIngredients(auth: auth)
        for name in signature.headers {
            let own = auth.headers.first { $0.name.value.lowercased() == name.value.lowercased() }
            if let own, ingredients.holdsSignature(own.value) {
                diagnostics.error(id, holdsSignature(name.value), at: name.location)
            }
        }
        let signed = ingredients.signed.contains("headers")
        if signed, signature.headers.isEmpty {
            diagnostics.error(id, noHeaders, at: signature.firstSigned.location)
        }
        if !signed, let first = signature.headers.first { diagnostics.error(id, idle("headers"), at: first.location) }
        let parameters = ingredients.signed.isDisjoint(with: ["parameters", "parameters.plain"])
        if parameters, let first = signature.parameters.first {
            diagnostics.error(id, idle("parameters"), at: first.name.location)
        }
    }
}

// MARK: - Messages

extension SignedValuesRule {
    private var signsItself: String { "the signature cannot be a part of what is signed; leave {signature} out of it" }

    private var twoSteps: String { "a value is hashed or signed, not both; make two values of it" }

    private var noKey: String { "an HMAC needs a key; name a credential or a value with 'key:'" }

    private var idleKey: String { "nothing is signed with this key; add 'hmac:', or leave it out" }

    private var empty: String { "a value is made of a text at least; write it under 'of:'" }

    private var noHeaders: String { "no header is chosen for {headers}; name them with 'headers:'" }

    private func taken(_ name: String) -> String {
        "\(SpecText.quoted(name)) is taken by a credential or is the runtime's own; give the value another name"
    }

    private func unused(_ name: String) -> String {
        "the value \(SpecText.quoted(name)) is used nowhere; write {\(name)} into what is signed, or leave it out"
    }

    private func holdsSignature(_ name: String) -> String {
        "the header \(SpecText.quoted(name)) holds the signature, so it cannot be signed; leave it out"
    }

    private func idle(_ name: String) -> String {
        "what is signed has no {\(name)}; write it there, or leave '\(name)' out"
    }
}
