/// How a service asks whether its receiver is there, and what it wants to hear.
@_spi(Generated)
public struct WebhookChallenge: Sendable, Hashable {
    /// The method of the request that asks.
    public enum Method: String, Sendable, Hashable, CaseIterable {
        case get = "GET"
        case post = "POST"
    }

    /// Where what is asked stands.
    public enum Place: String, Sendable, Hashable, CaseIterable {
        /// In the query, whose names are taken as they are.
        case query
        /// In the body, at dotted paths.
        case body
    }

    /// How it is known that the service asks.
    public enum Proof: Sendable, Hashable {
        /// By the text of this member, which only the service and the receiver know.
        case token(String)
        /// By the signature, as deliveries have it.
        case signature
        /// By nothing: anybody is answered.
        case none
    }

    /// A member, and the text that it has.
    public struct Member: Sendable, Hashable {
        /// The member's name, or its dotted path.
        public let name: String
        /// Its text; in an answer with the placeholders `{challenge}` and `{hmac}`.
        public let text: String

        /// Makes a member.
        public init(_ name: String, _ text: String) {
            self.name = name
            self.text = text
        }
    }

    /// The method.
    public let method: Method
    /// Where its members stand.
    public let place: Place
    /// The members that tell it from other requests.
    public let when: [Member]
    /// The member that has the text to answer with.
    public let from: String
    /// How it is known that the service asks.
    public let proof: Proof
    /// The members of the JSON that answers; none: the text itself answers.
    public let answer: [Member]

    /// The longest text that is answered, in bytes.
    public static let longestText = 1_024

    /// Makes a description.
    public init(
        method: Method,
        place: Place,
        when: [Member] = [],
        from: String,
        proof: Proof,
        answer: [Member] = []
    ) {
        self.method = method
        self.place = place
        self.when = when
        self.from = from
        self.proof = proof
        self.answer = answer
    }

    /// Whether the answer has a code that is made with the secret.
    public var hasCode: Bool { answer.contains { $0.text.contains("{hmac}") } }

    /// Whether a body is an object or a list by its first byte, which no text is that may be answered.
    public static func isBeyond(_ body: [UInt8]) -> Bool {
        let first = body.first { !" \t\r\n".utf8.contains($0) }
        return first.map { "{[".utf8.contains($0) } ?? false
    }

    /// Whether a text may be answered: up to 1,024 bytes of printable ASCII, of which no browser makes markup, and no reader
    /// the beginning of a JSON document.
    public static func isUsable(_ text: String) -> Bool {
        (1...longestText).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x20...0x7E).contains($0) && !"<>&\"'`\\{}[]".utf8.contains($0) }
    }
}
