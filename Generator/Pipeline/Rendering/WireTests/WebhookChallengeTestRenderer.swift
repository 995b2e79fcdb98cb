@_spi(Generated) import WaybillWebhooks

/// Writes the test of a webhook's challenge: one that proves itself is answered, and no other.
struct WebhookChallengeTestRenderer {
    let webhook: ResolvedWebhook
    private static let text = "1158201444"

    /// The test; nothing where the service makes no challenges.
    func write(to writer: inout SwiftWriter) {
        let keys = WebhookTestKeys(webhook)
        guard let challenge = webhook.definition.challenge, let answer = keys.answer(to: Self.text),
            let request = webhook.challengeRequest(Self.text, token: WebhookTestKeys.token)
        else { return }
        writer.blank()
        WireTestFile.writeAttribute(.literal("challenge"), to: &writer)
        writer.block("func challenge() throws") { writer in
            let isSigned = challenge.proof == .signature
            keys.writeConstants(isSigning: isSigned, to: &writer)
            keys.writeWebhook(to: &writer)
            writeConstants(request, "query", "body", to: &writer)
            let headers: SwiftLayout = isSigned ? .call("webhook.sign", keys.signing) : .code("HTTPFields()")
            writer.layout(headers, prefix: "let headers = ")
            writeCall(request.method, "query", "body", "headers", as: "answer", to: &writer)
            writer.line("#expect(answer?.status == 200)")
            writer.constant(SwiftIdentifier(made: "expected"), text: String(decoding: answer, as: UTF8.self))
            writer.line("#expect(answer.map { String(decoding: $0.body, as: UTF8.self) } == expected)")
            writeForged(challenge, request.method, to: &writer)
        }
    }

    /// The same without its proof: a wrong token is refused, and a wrong signature is for the delivery to be refused by.
    private func writeForged(_ challenge: WebhookChallenge, _ method: String, to writer: inout SwiftWriter) {
        switch challenge.proof {
        case .none: return
        case .signature:
            writeCall(method, "query", "body", "HTTPFields()", as: "forged", to: &writer)
            writer.line("#expect(forged == nil)")
        case .token:
            guard let forged = webhook.challengeRequest(Self.text, token: "other-token") else { return }
            writeConstants(forged, "forgedQuery", "forgedBody", to: &writer)
            writeCall(method, "forgedQuery", "forgedBody", "headers", as: "forged", to: &writer)
            writer.line("#expect(forged?.status == \(webhook.refusal))")
            writer.line("#expect(forged?.body.isEmpty == true)")
        }
    }

    private func writeConstants(
        _ request: (method: String, query: String, body: [UInt8]),
        _ query: StaticString,
        _ body: StaticString,
        to writer: inout SwiftWriter
    ) {
        writer.constant(SwiftIdentifier(made: query), text: request.query)
        writer.constant(SwiftIdentifier(made: body), text: String(decoding: request.body, as: UTF8.self))
    }

    private func writeCall(
        _ method: String,
        _ query: SwiftCode,
        _ body: SwiftCode,
        _ headers: SwiftCode,
        as name: SwiftCode,
        to writer: inout SwiftWriter
    ) {
        let arguments: [SwiftLayout] = [
            .code("method: \(literal: method)"), .code("query: \(query)"), .code("headers: \(headers)"),
            .code("body: Array(\(body).utf8)"),
        ]
        writer.layout(.call("webhook.answer", arguments), prefix: "let \(name) = ")
    }
}
