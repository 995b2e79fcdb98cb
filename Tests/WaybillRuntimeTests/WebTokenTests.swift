import Foundation
import HTTPTypes
import TestSupport
import Testing
@_spi(Generated) import WaybillSigning
import WaybillTesting

@_spi(Generated) @testable import WaybillJSON
@_spi(Generated) @testable import WaybillRuntime

/// JSON Web Tokens: what they say, how long one is kept, and where they show.
@Suite struct WebTokenTests {
    private let clock = ManualClock(now: .seconds(1_700_000_000), randomness: .seeded(1))

    private static let secret = Credential("secret", PublishedKeys.secret)
    private static let key = WebTokenSigningKey(.hs256, credential: "secret", encoding: .base64)

    private func source(_ recipe: WebTokenRecipe, _ credentials: Credential...) throws -> WebTokenSource {
        try WebTokenSource(recipe, [Self.secret] + credentials)
    }

    /// The header and the claims of a token.
    private static func parts(_ token: String) -> [String] {
        token.split(separator: ".").prefix(2).map { part in
            let text = part.replacing("-", with: "+").replacing("_", with: "/")
            let bytes = Data(base64Encoded: text + String(repeating: "=", count: (4 - text.count % 4) % 4))
            return String(decoding: bytes ?? Data(), as: UTF8.self)
        }
    }

    @Test("header and claims are in the spec's order, the time behind them; texts are filled at every depth")
    func claims() throws {
        let recipe = WebTokenRecipe(
            Self.key,
            header: ["kid": "{id}"],
            claims: ["iss": "{id}", "aud": ["a", "b-{id}"], "context": ["user": "{id}", "level": 2]],
            lifetime: .seconds(600),
            backdate: .seconds(60)
        )
        let token = try #require(try source(recipe, Credential("id", "k\"1")).token(clock.runtime))
        #expect(
            Self.parts(token) == [
                #"{"alg":"HS256","typ":"JWT","kid":"k\"1"}"#,
                #"{"iss":"k\"1","aud":["a","b-k\"1"],"context":{"user":"k\"1","level":2},"iat":1699999940,"exp":1700000540}"#,
            ]
        )
        #expect(!token.contains("=") && !token.contains("+") && !token.contains("/"))
    }

    @Test("a header can have a type of its own")
    func type() throws {
        let recipe = WebTokenRecipe(Self.key, header: ["typ": "at+jwt"], lifetime: .seconds(60))
        let token = try #require(try source(recipe).token(clock.runtime))
        #expect(Self.parts(token).first == #"{"alg":"HS256","typ":"at+jwt"}"#)
    }

    @Test("one token is used until its margin, and then another; a clock that is set back gets a new one")
    func kept() throws {
        let recipe = WebTokenRecipe(Self.key, lifetime: .seconds(600), backdate: .seconds(60), margin: .seconds(40))
        let source = try source(recipe)
        let first = source.token(clock.runtime)
        clock.advance(by: .seconds(499))
        #expect(source.token(clock.runtime) == first)
        clock.advance(by: .seconds(1))
        let second = source.token(clock.runtime)
        #expect(second != first)
        clock.setNow(clock.now - .seconds(3_600))
        #expect(source.token(clock.runtime) != second)
    }

    @Test("a token with a nonce is used once")
    func once() throws {
        let recipe = WebTokenRecipe(Self.key, claims: ["jti": "{nonce}"], lifetime: .seconds(600))
        let source = try source(recipe)
        #expect(recipe.isUsedOnce)
        #expect(Set((0..<4).map { _ in source.token(clock.runtime) }).count == 4)
    }

    @Test("the margin is half of a short life at most")
    func short() throws {
        let source = try source(WebTokenRecipe(Self.key, lifetime: .seconds(40)))
        let first = source.token(clock.runtime)
        clock.advance(by: .seconds(19))
        #expect(source.token(clock.runtime) == first)
        clock.advance(by: .seconds(1))
        #expect(source.token(clock.runtime) != first)
    }

    // MARK: Keys

    private static let pem = Authentication(
        headers: ["Authorization": "Bearer {jwt}"],
        webToken: WebTokenRecipe(WebTokenSigningKey(.es256, credential: "privateKey"), lifetime: .seconds(60))
    )

    @Test("S08 a key that cannot be read makes no client, and is not shown")
    func unreadable() {
        let error = #expect(throws: ConfigurationError.self) {
            try RequestSigner(Self.pem, [Credential("privateKey", "canary")])
        }
        #expect(
            error?.description
                == "privateKey must be a private key on the curve P-256, in PEM (PKCS #8 or SEC 1), without a password"
        )
        let blank = #expect(throws: ConfigurationError.self) {
            try RequestSigner(Self.pem, [Credential("privateKey", " ")])
        }
        #expect(blank?.description == "privateKey must not be blank")
    }

    @Test("S08 key and token show in no mask, no command and no description")
    func silence() throws {
        let signer = try RequestSigner(Self.pem, [Credential("privateKey", PublishedKeys.p256 + "\n")])
        let signed = signer.signed("GET", "https://api.sample.test/x", [:], nil, clock.runtime)
        let field = try #require(signed.headers[.authorization])
        #expect(field.hasPrefix("Bearer eyJ"))
        #expect(signer.mask.masked("wrong: \(field), or") == "wrong: Bearer [REDACTED], or")
        #expect(signer.maskedHeaders.map(\.value) == ["Bearer [REDACTED]"])
        let line = try #require(PublishedKeys.p256.split(separator: "\n").dropFirst().first)
        #expect(signer.mask.masked("key \(line)!") == "key [REDACTED]!")
        var dumped = ""
        dump(signer, to: &dumped)
        dump(signer.webTokens as Any, to: &dumped)
        #expect(!dumped.contains("eyJ") && !dumped.contains("PRIVATE KEY"))
    }

    @Test("S08 only what has three parts is taken for a token")
    func form() {
        let mask = SecretMask([], hasWebTokens: true)
        #expect(mask.masked("eyJ a.b eyJh.b eyJh.b. eyJh..c") == "eyJ a.b eyJh.b eyJh.b. eyJh..c")
        #expect(mask.masked("(eyJh.b-_.c) eyJx.y.z.w") == "([REDACTED]) [REDACTED].w")
        #expect(SecretMask([]).masked("eyJh.b.c") == "eyJh.b.c")
    }
}
