import Synchronization

/// Has the JSON Web Tokens of a client: one is kept until shortly before its end, unless each is used once.
///
/// Some servers refuse whoever makes new tokens all the time, and others take one with a nonce only once.
final class WebTokenSource: Sendable, CustomStringConvertible, CustomReflectable {
    private struct Kept {
        let text: String
        /// From when until when it is used, since 1970.
        let times: Range<Duration>
    }

    private let recipe: WebTokenRecipe
    private let credentials: [Credential]
    private let sign: @Sendable ([UInt8]) -> [UInt8]?
    private let kept = Mutex<Kept?>(nil)

    /// Reads the key.
    /// - Throws: ``ConfigurationError`` with the credential's name and what it has to be.
    init(_ recipe: WebTokenRecipe, _ credentials: [Credential]) throws(ConfigurationError) {
        let key = credentials.first { $0.name == recipe.key.credential }
        guard let sign = key.flatMap({ recipe.key.signing(with: $0.value) }) else {
            throw ConfigurationError(option: recipe.key.credential, reason: recipe.key.demand)
        }
        self.recipe = recipe
        self.credentials = credentials
        self.sign = sign
    }

    /// A token that is good now; nil where it cannot be signed.
    func token(_ clock: RuntimeClock) -> String? {
        let now = clock.now()
        if let kept = kept.withLock({ $0 }), kept.times.contains(now) { return kept.text }
        var values = SigningValues(credentials)
        values.setNonce(RandomText.uuid(clock.random).replacing("-", with: ""))
        let message = recipe.message(values, seconds: now.components.seconds)
        guard let signature = sign(Array(message.utf8)) else { return nil }
        let token = message + "." + URLBase64.text(signature)
        let use = recipe.lifetime - recipe.backdate - min(recipe.margin, recipe.lifetime / 2)
        if !recipe.isUsedOnce, use > .zero {
            kept.withLock { $0 = Kept(text: token, times: now..<now + use) }
        }
        return token
    }

    /// Nothing of the tokens.
    var description: String { "WebTokenSource(\(recipe.key.algorithm))" }

    /// Nothing of the tokens.
    var customMirror: Mirror { Mirror(self, children: ["algorithm": recipe.key.algorithm]) }
}
