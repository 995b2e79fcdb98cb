import WaybillRuntime
@_spi(Generated) import WaybillSigning

/// What one of a webhook's signatures is checked with.
enum WebhookKey: Sendable {
    case secret(KeyedHash)
    case publicKey(SigningPublicKey)

    /// The most secrets, or public keys, that one webhook has.
    static let most = 5

    /// The most signatures of one request that are checked with a public key, since each of them takes its time.
    static let mostSignatures = 5

    /// The keys of a scheme: its secrets or its public keys, whichever it is made for, and never the others.
    static func keys(
        _ scheme: WebhookSignatureScheme,
        secrets: [String],
        publicKeys: [String]
    ) throws(ConfigurationError) -> [WebhookKey] {
        let (texts, others) = scheme.algorithm.hasPublicKey ? (publicKeys, secrets) : (secrets, publicKeys)
        let option = scheme.algorithm.hasPublicKey ? "publicKeys" : "secrets"
        guard others.isEmpty, (1...most).contains(texts.count) else {
            let kind = scheme.algorithm.hasPublicKey ? "public keys" : "secrets"
            throw ConfigurationError(option: option, reason: "must be 1 to \(most) \(kind)")
        }
        return try texts.enumerated().map { index, text throws(ConfigurationError) in
            if let key = Self(scheme, text) { return key }
            let reason =
                scheme.algorithm.hasPublicKey
                ? "is no public key of this kind, in PEM, Base64 or hexadecimal digits"
                : scheme.secret.fault(in: text) ?? "cannot be used"
            throw ConfigurationError(option: "\(option)[\(index)]", reason: reason)
        }
    }

    private init?(_ scheme: WebhookSignatureScheme, _ text: String) {
        if let curve = scheme.algorithm.curve {
            guard let key = SigningPublicKey(curve, text: text) else { return nil }
            self = .publicKey(key)
        } else {
            guard let hash = scheme.algorithm.hash, let key = scheme.secret.key(text) else { return nil }
            self = .secret(KeyedHash(hash, key: key))
        }
    }

    /// The position of the first signature that is the message's.
    func firstMatch(among signatures: [[UInt8]], signing parts: [[UInt8]]) -> Int? {
        switch self {
        case .secret(let hash): hash.firstMatch(among: signatures, signing: parts)
        case .publicKey(let key):
            signatures.count > Self.mostSignatures ? nil : key.firstMatch(among: signatures, signing: parts)
        }
    }
}
