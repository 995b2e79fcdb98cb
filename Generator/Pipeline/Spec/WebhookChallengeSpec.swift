public import SpecYAML

/// How a service asks whether its receiver is there, and what it wants to hear.
public struct WebhookChallengeSpec: Sendable, Readable {
    /// The method of the request that asks.
    public enum Method: String, Sendable, CaseIterable {
        case get = "GET"
        case post = "POST"
    }

    /// Where what is asked stands.
    public enum Place: String, Sendable, CaseIterable {
        case query
        case body
    }

    /// How it is known that the service asks.
    public enum Proof: Sendable, Hashable {
        /// By the text of this member.
        case token(String)
        /// By the signature, as deliveries have it.
        case signature
        /// By nothing.
        case none
    }

    /// The place of the mapping, for diagnostics.
    public var location: SourceLocation = .unread
    /// The method.
    public var method: Located<Method> = .unread
    /// Where its members stand; nil: where the method has them.
    public var place: Located<Place>?
    /// The members that tell it from other requests, with their texts.
    public var when: [Named<Located<String>>] = []
    /// The member that has the text to answer with.
    public var from: Located<String> = .unread
    /// How it is known that the service asks.
    public var proof: Located<Proof> = .unread
    /// The members of the JSON that answers, as templates; empty: the text itself answers.
    public var answer: [Named<Located<String>>] = []

    static let dialect = Mapping<WebhookChallengeSpec>("webhookChallenge", "a webhook's 'challenge'", at: \.location) {
        Key(required: "method", .word(Method.self), \.method).means("The method of the request that asks.")
        Key("in", .word(Place.self), \.place).otherwise("`query` with `GET`, `body` with `POST`")
            .means("Where its members stand: names of the query, or paths of the body.")
        Key("when", .named(.text, by: "member"), \.when).otherwise("needed in a `body`")
            .means("The members that tell it from other requests, each with its text.")
        Key(required: "from", .text("member"), \.from).means("The member that has the text to answer with.")
        Key(required: "proof", .words(["signature": .signature, "none": .none], or: .token), \.proof)
            .means("How it is known that the service asks; with `none` anybody is answered.")
        Key("answer", .named(.text("template"), by: "member"), \.answer).otherwise("the text itself, as plain text")
            .means("The members of the JSON that answers: templates over `{challenge}` and `{hmac}`.")
    }
}

extension Kind where Value == Located<WebhookChallengeSpec.Proof> {
    fileprivate static var token: Kind {
        WebhookChallengeToken.dialect.kind.map { .token($0.member.value) }.located()
    }
}

private struct WebhookChallengeToken: Readable {
    var member: Located<String> = .unread

    static let dialect = Mapping<WebhookChallengeToken>("webhookChallengeToken", "a challenge's 'proof'") {
        Key(required: "token", .text("member"), \.member)
            .means("The member that has the token which the user has given the service.")
    }
}

extension WebhookChallengeSpec.Method: Unread { static var unread: Self { .get } }
extension WebhookChallengeSpec.Proof: Unread { static var unread: Self { .none } }
