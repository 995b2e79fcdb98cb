import SpecYAML
@_spi(Generated) import WaybillRuntime

struct AuthRule: LocalRule {
    let id = "auth"
    let summary = "Headers and signatures are made of what the client knows: credentials, the time and the signature."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for auth in context.spec.clients.map(\.value.auth) {
            checkTemplates(auth, into: &diagnostics)
            checkUse(auth, into: &diagnostics)
            checkSignature(auth, into: &diagnostics)
        }
    }

    private func checkTemplates(_ auth: AuthSpec, into diagnostics: inout DiagnosticCollector) {
        let credentials = auth.credentials.map(\.name.value)
        for header in auth.headers {
            let known = credentials + ["timestamp", "signature"]
            checkPlaceholders(header.value, known: known, into: &diagnostics)
        }
        guard let signature = auth.signature else { return }
        checkPlaceholders(signature.signs, known: credentials + ["timestamp", "body"], into: &diagnostics)
        if !credentials.contains(signature.key.value) {
            diagnostics.error(id, unknown(signature.key.value, credentials), at: signature.key.location)
        }
    }

    private func checkPlaceholders(
        _ text: Located<String>,
        known: [String],
        into diagnostics: inout DiagnosticCollector
    ) {
        let template = TextTemplate(text.value)
        if !template.isBalanced { diagnostics.error(id, unbalanced, at: text.location) }
        for placeholder in template.placeholders where !known.contains(placeholder) {
            diagnostics.error(id, unknown(placeholder, known), at: text.location)
        }
    }

    private func checkUse(_ auth: AuthSpec, into diagnostics: inout DiagnosticCollector) {
        let texts = auth.headers.map(\.value) + [auth.signature?.signs].compactMap(\.self)
        let used = Set(
            texts.flatMap { TextTemplate($0.value).placeholders } + [auth.signature?.key.value].compactMap(\.self)
        )
        for credential in auth.credentials where !used.contains(credential.name.value) {
            diagnostics.error(id, unused(credential.name.value), at: credential.name.location)
        }
        for credential in auth.credentials where ["timestamp", "signature", "body"].contains(credential.name.value) {
            diagnostics.error(id, reserved(credential.name.value), at: credential.name.location)
        }
    }

    private func checkSignature(_ auth: AuthSpec, into diagnostics: inout DiagnosticCollector) {
        let headers = auth.headers.map { (header: $0, placeholders: TextTemplate($0.value.value).placeholders) }
        let signed = headers.first { $0.placeholders.contains("signature") }
        guard let signature = auth.signature else {
            if let header = signed?.header { diagnostics.error(id, noSignature, at: header.value.location) }
            return
        }
        let key = auth.credentials.first { $0.name.value == signature.key.value }
        if let given = key?.value.defaultValue { diagnostics.error(id, defaultKey, at: given.location) }
        if signed == nil { diagnostics.error(id, unsent("signature"), at: signature.signs.location) }
        let signs = TextTemplate(signature.signs.value).placeholders
        if !signs.contains("body") { diagnostics.error(id, bodyUnsigned, at: signature.signs.location) }
        if signs.contains("timestamp"), !headers.contains(where: { $0.placeholders.contains("timestamp") }) {
            diagnostics.error(id, unsent("timestamp"), at: signature.signs.location)
        }
        if auth.vectors.isEmpty { diagnostics.error(id, noVectors, at: signature.signs.location) }
    }
}

// MARK: - Messages

extension AuthRule {
    private var unbalanced: String { "a brace has no partner; write placeholders as {name}" }

    private var noSignature: String { "nothing says how the signature is made; add 'signature:' beside 'headers:'" }

    private var bodyUnsigned: String { "a signature that leaves out the body protects nothing; sign {body} too" }

    private var noVectors: String { "a signature needs a known result to be checked with; add 'vectors:'" }

    private var defaultKey: String { "the key of a signature is nobody's default; leave 'default' out" }

    private func unknown(_ placeholder: String, _ known: [String]) -> String {
        let fix =
            Suggestion.nearest(to: placeholder, among: known).map { "did you mean \(SpecText.quoted($0))?" }
            ?? (known.isEmpty ? "add it to 'credentials'" : "the known ones are \(known.joined(separator: ", "))")
        return "nothing here is called \(SpecText.quoted(placeholder)); \(fix)"
    }

    private func unused(_ name: String) -> String {
        "the credential \(SpecText.quoted(name)) is used nowhere; write {\(name)} into a header, or leave it out"
    }

    private func reserved(_ name: String) -> String {
        "\(SpecText.quoted(name)) is the runtime's own; give the credential another name"
    }

    private func unsent(_ placeholder: String) -> String {
        "no header carries the \(placeholder); write {\(placeholder)} into one"
    }
}
