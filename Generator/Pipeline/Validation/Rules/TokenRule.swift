import SpecYAML
@_spi(Generated) import WaybillRuntime

struct TokenRule: LocalRule {
    let id = "token"
    let summary = "A token is asked for with proof of the client, at one address, and goes out in a header."
    private static let longest = 3_600_000

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for auth in context.spec.clients.flatMap(\.value.auth.each) {
            guard let token = auth.token else { continue }
            checkTemplates(token, auth, into: &diagnostics)
            checkParts(token, into: &diagnostics)
            checkAddress(token, into: &diagnostics)
            checkEnd(token, into: &diagnostics)
            checkLimits(token, into: &diagnostics)
            if !auth.headers.contains(where: { TextTemplate($0.value.value).placeholders.contains("token") }) {
                diagnostics.error(id, unsent, at: token.location)
            }
        }
    }

    private func checkTemplates(_ token: TokenSpec, _ auth: AuthSpec, into diagnostics: inout DiagnosticCollector) {
        let credentials = auth.credentials.map(\.name.value)
        for text in token.templates {
            let isField = token.fields.contains { $0.location == text.location }
            let known = credentials + (isField && auth.webToken != nil ? ["jwt"] : [])
            let template = TextTemplate(text.value)
            if !template.isBalanced { diagnostics.error(id, unbalanced, at: text.location) }
            for placeholder in template.placeholders where !known.contains(placeholder) {
                diagnostics.error(id, unknown(placeholder, known), at: text.location)
            }
        }
    }

    private func checkParts(_ token: TokenSpec, into diagnostics: inout DiagnosticCollector) {
        for header in token.headers {
            let sample = TextTemplate(header.value.value).text { _ in "x" }
            guard let fault = HeaderValue.fault(in: sample) else { continue }
            diagnostics.error(id, unsendable(fault), at: header.value.location)
        }
        if !token.form.isEmpty, let member = token.json.first {
            diagnostics.error(id, twoBodies, at: member.name.location)
        }
        let proves = token.headers.contains { !TextTemplate($0.value.value).placeholders.isEmpty }
        if token.form.isEmpty, token.json.isEmpty, token.basic == nil, !proves {
            diagnostics.error(id, noProof, at: token.location)
        }
    }

    private func checkAddress(_ token: TokenSpec, into diagnostics: inout DiagnosticCollector) {
        guard let url = token.url else { return }
        do throws(ConfigurationError) {
            _ = try BaseURL(parsing: TextTemplate(url.value).text { _ in "x" }, argument: "url")
        } catch {
            diagnostics.error(id, refused(url.value, error.reason), at: url.location)
        }
    }

    private func checkEnd(_ token: TokenSpec, into diagnostics: inout DiagnosticCollector) {
        let places = [
            token.expiresIn.map(\.location), token.expiresAt.map(\.location), token.lifetime.map(\.location),
        ].compactMap(\.self)
        for place in places.dropFirst() { diagnostics.error(id, severalEnds, at: place) }
        if let lifetime = token.lifetime, lifetime.value < 1000 {
            diagnostics.error(id, shortLife, at: lifetime.location)
        }
    }

    private func checkLimits(_ token: TokenSpec, into diagnostics: inout DiagnosticCollector) {
        if token.margin.value < 0 || token.margin.value > Self.longest {
            diagnostics.error(id, outside("margin", from: "0s"), at: token.margin.location)
        }
        if !(1...Self.longest).contains(token.timeout.value) {
            diagnostics.error(id, outside("timeout", from: "1ms"), at: token.timeout.location)
        }
        if !(1...10).contains(token.attempts.value) {
            diagnostics.error(id, tooOften, at: token.attempts.location)
        }
    }
}

// MARK: - Messages

extension TokenRule {
    private var unbalanced: String { "a brace has no partner; write placeholders as {name}" }

    private var unsent: String {
        "no header carries the token; write {token} into one, such as Authorization: \"Bearer {token}\""
    }

    private var twoBodies: String { "a request has one body; write 'form' or 'json', and leave the other out" }

    private var noProof: String {
        "nothing in the request proves who asks; write 'form', 'json' or 'basic', or a header with a credential, such as X-Api-Key: \"{apiKey}\""
    }

    private func unsendable(_ fault: String) -> String { "the value \(fault); write one that a header can have" }

    private var severalEnds: String {
        "a token has one end; write one of 'expiresIn', 'expiresAt' and 'lifetime'"
    }

    private var shortLife: String { "a token is good for a second at least; write a longer 'lifetime'" }

    private var tooOften: String { "a token is asked for 1 to 10 times; choose a number between them" }

    private func outside(_ key: String, from first: String) -> String {
        "'\(key)' lies between \(first) and 1h; choose one between them"
    }

    private func refused(_ url: String, _ reason: String) -> String {
        "\(SpecText.quoted(url)) \(reason); write a URL such as https://login.example.com/oauth/token"
    }

    private func unknown(_ placeholder: String, _ known: [String]) -> String {
        let fix =
            Suggestion.nearest(to: placeholder, among: known).map { "did you mean \(SpecText.quoted($0))?" }
            ?? (known.isEmpty ? "add it to 'credentials'" : "the credentials are \(known.joined(separator: ", "))")
        return "a token is asked for with credentials, and none is called \(SpecText.quoted(placeholder)); \(fix)"
    }
}
