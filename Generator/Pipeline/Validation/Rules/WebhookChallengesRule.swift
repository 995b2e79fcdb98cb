import SpecYAML
@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillWebhooks

struct WebhookChallengesRule: LocalRule {
    let id = "webhook-challenge"
    let summary = "A challenge is told from deliveries, and what answers it cannot be used to forge one."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for webhook in context.spec.webhooks {
            guard let challenge = webhook.value.challenge else { continue }
            checkPlace(challenge, into: &diagnostics)
            checkSource(challenge, into: &diagnostics)
            checkProof(challenge, into: &diagnostics)
            checkAnswer(challenge, into: &diagnostics)
            checkCode(challenge, webhook.value, into: &diagnostics)
        }
    }

    private func checkPlace(_ challenge: WebhookChallengeSpec, into diagnostics: inout DiagnosticCollector) {
        if challenge.isInQuery { return }
        if challenge.method.value == .get {
            diagnostics.error(id, noBody, at: challenge.place?.location ?? challenge.location)
        }
        if challenge.when.isEmpty { diagnostics.error(id, nothingTells, at: challenge.location) }
        for path in challenge.when.map(\.name) + [challenge.from] where !DottedPath.isWellFormed(path.value) {
            diagnostics.error(id, noPath(path.value), at: path.location)
        }
    }

    /// A member whose text tells the challenge has that text alone.
    private func checkSource(_ challenge: WebhookChallengeSpec, into diagnostics: inout DiagnosticCollector) {
        let from = challenge.from
        guard let told = challenge.when.first(where: { $0.name.value == from.value }) else { return }
        diagnostics.error(id, known(from.value, told.value.value), at: from.location)
    }

    private func checkProof(_ challenge: WebhookChallengeSpec, into diagnostics: inout DiagnosticCollector) {
        let proof = challenge.proof
        switch proof.value {
        case .token(let member):
            if member == challenge.from.value { diagnostics.error(id, secretAnswer, at: proof.location) }
            if !challenge.isInQuery, !DottedPath.isWellFormed(member) {
                diagnostics.error(id, noPath(member), at: proof.location)
            }
        case .signature:
            if challenge.isInQuery { diagnostics.error(id, unsigned, at: proof.location) }
        case .none: return
        }
    }

    private func checkAnswer(_ challenge: WebhookChallengeSpec, into diagnostics: inout DiagnosticCollector) {
        guard let first = challenge.answer.first else { return }
        let known = ["challenge", "hmac"]
        for member in challenge.answer {
            for name in TextTemplate(member.value.value).placeholders where !known.contains(name) {
                diagnostics.error(id, unknown(name), at: member.value.location)
            }
        }
        let used = challenge.answer.flatMap { TextTemplate($0.value.value).placeholders }
        if used.isEmpty { diagnostics.error(id, noAnswer, at: first.value.location) }
    }

    /// A code by the secret that deliveries are signed with must not be one of a delivery.
    private func checkCode(
        _ challenge: WebhookChallengeSpec,
        _ webhook: WebhookSpec,
        into diagnostics: inout DiagnosticCollector
    ) {
        guard WebhookChallenge(challenge).hasCode, let member = challenge.answer.first(where: hasCode) else { return }
        if webhook.signature.algorithm.value.resolved.hasPublicKey {
            diagnostics.error(id, noSecret, at: member.value.location)
        }
        if webhook.bodyForm == .form { diagnostics.error(id, formCode, at: member.value.location) }
        for vector in webhook.vectors where !WebhookChallenge.isBeyond(vector.body.value) {
            diagnostics.error(id, reachable, at: vector.body.location)
        }
    }

    private func hasCode(_ member: Named<Located<String>>) -> Bool { member.value.value.contains("{hmac}") }
}

// MARK: - Messages

extension WebhookChallengesRule {
    private var noBody: String { "a GET has no body; leave 'in' out, or write 'method: POST'" }

    private var nothingTells: String {
        "nothing tells this from a delivery; add 'when' with a member of the body and its text"
    }

    private func known(_ member: String, _ text: String) -> String {
        """
        'when' has \(SpecText.quoted(member)) say \(SpecText.quoted(text)), so nothing else could be the answer; name the member that \
        has the text to answer with
        """
    }

    private var secretAnswer: String {
        "the token would be the answer; name the member that has the text to answer with under 'from'"
    }

    private var unsigned: String {
        "the signature covers no query; write 'in: body', or another proof such as '{ token: <member> }'"
    }

    private var noAnswer: String { "this answers the same to everybody; write {challenge} or {hmac} in it" }

    private var noSecret: String {
        "{hmac} is made with a secret, and this webhook has a public key; write {challenge}"
    }

    private var formCode: String {
        "{hmac} of a text could be the signature of a form; write {challenge}, or leave 'body: form' out"
    }

    private var reachable: String {
        "with {hmac} in the answer a delivery is an object or a list, since other bodies could be signed by asking; take such a body"
    }

    private func unknown(_ name: String) -> String {
        "an answer has no {\(name)}; write {challenge} or {hmac}"
    }

    private func noPath(_ path: String) -> String {
        "\(SpecText.quoted(path)) is no path; write member names with dots between them, such as payload.token"
    }
}
