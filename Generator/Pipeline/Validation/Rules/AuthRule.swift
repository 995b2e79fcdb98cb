import SpecYAML
@_spi(Generated) import WaybillRuntime

struct AuthRule: LocalRule {
    let id = "auth"
    let summary = "Headers and signatures are made of what the client knows: credentials, the time and the signature."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for auth in context.spec.clients.flatMap(\.value.auth.each) {
            checkTemplates(auth, into: &diagnostics)
            checkUse(auth, into: &diagnostics)
            checkSignature(auth, into: &diagnostics)
        }
    }

    private func checkTemplates(_ auth: AuthSpec, into diagnostics: inout DiagnosticCollector) {
        let credentials = auth.credentials.map(\.name.value)
        // A value after the signature can hold it, for a header that has the signature in another form.
        let values = auth.signature?.values.map(\.name.value) ?? []
        let moment = SignatureIngredients.times + SignatureIngredients.nonces
        let request = auth.signature == nil ? [] : ["method", "host", "path", "url", "headerNames"] + values
        let token = (auth.token == nil ? [] : ["token"]) + (auth.webToken == nil ? [] : ["jwt"])
        for field in auth.headers + auth.query {
            checkPlaceholders(
                field.value,
                known: credentials + moment + ["signature"] + token + request,
                into: &diagnostics
            )
        }
        for text in [auth.basic?.user, auth.basic?.password].compactMap(\.self) {
            checkPlaceholders(text, known: credentials, into: &diagnostics)
        }
        guard let signature = auth.signature else { return }
        let signed = SignatureIngredients.request + SignatureIngredients.collected + moment
        for text in signature.signs {
            checkPlaceholders(text, known: credentials + values + signed, into: &diagnostics)
        }
        for parameter in signature.parameters {
            checkPlaceholders(parameter.value, known: credentials + values + moment, into: &diagnostics)
        }
        if !(credentials + values).contains(signature.key.value) {
            diagnostics.error(id, unknown(signature.key.value, credentials + values), at: signature.key.location)
        }
    }

    private func checkPlaceholders(
        _ text: Located<String>,
        known: [String],
        into diagnostics: inout DiagnosticCollector
    ) {
        let template = TextTemplate(text.value)
        if !template.isBalanced { diagnostics.error(id, Self.unbalanced, at: text.location) }
        for placeholder in template.placeholders where !known.contains(placeholder) {
            diagnostics.error(id, unknown(placeholder, known), at: text.location)
        }
    }

    private func checkUse(_ auth: AuthSpec, into diagnostics: inout DiagnosticCollector) {
        let sent = auth.headers.map(\.value) + auth.query.map(\.value)
        let basic = [auth.basic?.user, auth.basic?.password].compactMap(\.self)
        let signed = auth.signature.map { $0.signs + $0.parameters.map(\.value) } ?? []
        let asked = auth.token?.templates ?? []
        let values = auth.signature?.values.flatMap { SignatureIngredients.placeholders($0.value) } ?? []
        let claimed = [auth.webToken?.header, auth.webToken?.claims].compactMap(\.self).flatMap { object in
            WebTokenRecipe.placeholders(.object(object.value))
        }
        let used = Set(
            (sent + basic + signed + asked).flatMap(SignatureIngredients.placeholders) + values
                + claimed + [auth.signature?.key.value, auth.webToken?.key.value].compactMap(\.self)
        )
        for credential in auth.credentials where !used.contains(credential.name.value) {
            diagnostics.error(id, unused(credential.name.value), at: credential.name.location)
        }
        let reserved = auth.signature == nil ? ["timestamp", "signature", "body"] : SignatureIngredients.reserved
        let jwt = auth.webToken == nil ? [] : ["jwt"] + SignatureIngredients.nonces
        let own = reserved + (auth.token == nil ? [] : ["token"]) + jwt
        for credential in auth.credentials where own.contains(credential.name.value) {
            diagnostics.error(id, Self.reserved(credential.name.value), at: credential.name.location)
        }
    }

    private func checkSignature(_ auth: AuthSpec, into diagnostics: inout DiagnosticCollector) {
        let ingredients = SignatureIngredients(auth: auth)
        let sent = (auth.headers + auth.query).map(\.value)
        let holder = sent.first(where: ingredients.holdsSignature)
        guard let signature = auth.signature else {
            if let holder { diagnostics.error(id, noSignature, at: holder.location) }
            return
        }
        let place = signature.firstSigned.location
        let key = auth.credentials.first { $0.name.value == signature.key.value }
        if let given = key?.value.defaultValue { diagnostics.error(id, defaultKey, at: given.location) }
        if holder == nil { diagnostics.error(id, unsent("signature"), at: place) }
        let signed = ingredients.signed
        if signed.isDisjoint(with: ["body"] + SignatureIngredients.collected.filter { !$0.hasPrefix("header") }) {
            diagnostics.error(id, bodyUnsigned, at: place)
        }
        let carried = ingredients.steps(from: sent.flatMap(SignatureIngredients.placeholders))
        let moments = SigningTime.allCases.filter(\.isMoment).map(\.rawValue)
        if !signed.isDisjoint(with: SignatureIngredients.times), carried.isDisjoint(with: moments) {
            diagnostics.error(id, unsent("timestamp"), at: place)
        }
        let nonces = SignatureIngredients.nonces
        if !signed.isDisjoint(with: nonces), carried.isDisjoint(with: nonces) {
            diagnostics.error(id, unsent("nonce"), at: place)
        }
        if auth.vectors.isEmpty { diagnostics.error(id, noVectors, at: place) }
    }
}

// MARK: - Messages

extension AuthRule {
    static let unbalanced = "a brace has no partner; write placeholders as {name}"

    private var noSignature: String { "nothing says how the signature is made; add 'signature:' beside 'headers:'" }

    private var bodyUnsigned: String { "a signature that leaves out the body protects nothing; sign {body} too" }

    private var noVectors: String { "a signature needs a known result to be checked with; add 'vectors:'" }

    private var defaultKey: String { "the key of a signature is nobody's default; leave 'default' out" }

    private func unknown(_ placeholder: String, _ known: [String]) -> String {
        Self.unknown(placeholder, known)
    }

    static func unknown(_ placeholder: String, _ known: [String]) -> String {
        // The forms of a word are many, and stand in the reference.
        let shown = known.filter { !$0.contains(".") }
        let fix =
            Suggestion.nearest(to: placeholder, among: known).map { "did you mean \(SpecText.quoted($0))?" }
            ?? (known.isEmpty ? "add it to 'credentials'" : "the known ones are \(shown.joined(separator: ", "))")
        return "nothing here is called \(SpecText.quoted(placeholder)); \(fix)"
    }

    private func unused(_ name: String) -> String {
        "the credential \(SpecText.quoted(name)) is used nowhere; write {\(name)} into a header, or leave it out"
    }

    static func reserved(_ name: String) -> String {
        "\(SpecText.quoted(name)) is the runtime's own; give the credential another name"
    }

    private func unsent(_ placeholder: String) -> String {
        "no header and no parameter carries the \(placeholder); write {\(placeholder)} into one"
    }
}
