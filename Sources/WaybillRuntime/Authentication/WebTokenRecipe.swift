@_spi(Generated) public import WaybillJSON

/// A JSON Web Token (RFC 7519) that a client signs itself, as its spec has it.
@_spi(Generated)
public struct WebTokenRecipe: Sendable {
    /// What signs it.
    public let key: any WebTokenKey
    /// The header beside `alg` and `typ`; its texts are templates over the credentials.
    public let header: JSONObject
    /// The claims beside `iat` and `exp`; their texts are templates over the credentials and a nonce.
    public let claims: JSONObject
    /// The time from `iat` to `exp`.
    public let lifetime: Duration
    /// How long before the time of this machine `iat` lies, for servers whose clock is behind.
    public let backdate: Duration
    /// How long before its end a token is replaced that is used more than once; never more than half of its life.
    public let margin: Duration

    /// Makes a recipe; the defaults are those of a spec that says nothing.
    public init(
        _ key: any WebTokenKey,
        header: JSONObject = [:],
        claims: JSONObject = [:],
        lifetime: Duration,
        backdate: Duration = .zero,
        margin: Duration = .seconds(30)
    ) {
        self.key = key
        self.header = header
        self.claims = claims
        self.lifetime = lifetime
        self.backdate = backdate
        self.margin = margin
    }

    /// Whether each token is used once: it has a nonce, by which a server knows it again.
    public var isUsedOnce: Bool { Self.placeholders(.object(claims)).contains { $0.hasPrefix("nonce") } }

    /// The placeholders of all texts in a value.
    public static func placeholders(_ value: JSONValue) -> [String] {
        switch value {
        case .string(let text): TextTemplate(text).placeholders
        case .array(let elements): elements.flatMap(placeholders)
        case .object(let members): members.flatMap { placeholders($0.value) }
        default: []
        }
    }

    /// A value with all its texts filled.
    public static func filled(_ value: JSONValue, _ text: (TextTemplate) -> String) -> JSONValue {
        switch value {
        case .string(let template): .string(text(TextTemplate(template)))
        case .array(let elements): .array(elements.map { filled($0, text) })
        case .object(let members): .object(JSONObject(members.map { ($0.key, filled($0.value, text)) }))
        default: value
        }
    }

    /// What is signed: header and claims, each as Base64 for URLs, with a point between them (RFC 7515, section 5.1).
    /// - Parameter seconds: The time since 1970, in whole seconds.
    func message(_ values: SigningValues, seconds: Int64) -> String {
        let text: (TextTemplate) -> String = { template in template.text { values.text($0) ?? "" } }
        var header: JSONObject = ["alg": .string(key.algorithm)]
        if self.header["typ"] == nil { header["typ"] = "JWT" }
        for (name, value) in self.header { header[name] = Self.filled(value, text) }
        var claims = JSONObject()
        for (name, value) in self.claims { claims[name] = Self.filled(value, text) }
        let issued = seconds - backdate.components.seconds
        claims["iat"] = .number(JSONNumber(Int(issued)))
        claims["exp"] = .number(JSONNumber(Int(issued + lifetime.components.seconds)))
        return [header, claims].map { URLBase64.text(JSONValue.object($0).serialized()) }.joined(separator: ".")
    }
}
