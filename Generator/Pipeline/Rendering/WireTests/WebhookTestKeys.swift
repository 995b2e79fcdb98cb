@_spi(Generated) import WaybillWebhooks

/// The keys of a webhook's tests: everybody may know them.
struct WebhookTestKeys {
    private let webhook: ResolvedWebhook
    private let privateKey: String?

    init(_ webhook: ResolvedWebhook) {
        self.webhook = webhook
        privateKey = webhook.definition.scheme.exampleKey
    }

    /// The name of one: `secret` or `publicKey`.
    var name: SwiftIdentifier { SwiftIdentifier(made: privateKey == nil ? "secret" : "publicKey") }

    /// The keys that are too long to stand where they are used.
    /// - Parameter isSigning: Whether the test signs, and so needs the private one.
    func writeConstants(isSigning: Bool = true, to writer: inout SwiftWriter) {
        guard let privateKey, let publicKey = webhook.definition.scheme.publicKey(of: privateKey) else { return }
        writer.constant(SwiftIdentifier(made: "publicKey"), text: publicKey)
        if isSigning { writer.constant(SwiftIdentifier(made: "privateKey"), text: privateKey) }
    }

    /// What a webhook is made with.
    private var arguments: [SwiftLayout] {
        var arguments: [SwiftLayout] = [
            .code(privateKey == nil ? "secrets: [\(literal: secret)]" : "publicKeys: [publicKey]")
        ]
        if webhook.signsURL { arguments.append(.code("url: \(literal: Self.url)")) }
        if webhook.hasChallengeToken { arguments.append(.code("challengeToken: \(literal: Self.token)")) }
        return arguments
    }

    /// Writes how a test makes its webhook.
    func writeWebhook(to writer: inout SwiftWriter) {
        writer.layout(.call("\(type: webhook.identifier)", arguments), prefix: "let webhook = try ")
    }

    /// What it signs with, and the body before that.
    var signing: [SwiftLayout] {
        [.code("body: Array(body.utf8)")] + (privateKey == nil ? [] : [.code("privateKey: privateKey")])
    }

    /// What answers a challenge.
    func answer(to text: String) -> [UInt8]? {
        webhook.challengeAnswer(text, token: Self.token, key: privateKey ?? secret)
    }

    /// The token of the tests' challenges.
    static let token = "test-token"

    private static let url = "https://example.com/webhooks?from=service"

    /// A secret of the webhook's own form.
    private var secret: String {
        let format = webhook.definition.scheme.secret
        let text =
            switch format.encoding {
            case .utf8: "test-secret"
            case .base64: "dGVzdC1zZWNyZXQtdGVzdC1zZWNyZXQtdGVzdA=="
            case .hex: "746573742d736563726574"
            }
        return (format.prefix ?? "") + text
    }
}
