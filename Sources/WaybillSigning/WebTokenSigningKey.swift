import Crypto
import CryptoExtras
@_spi(Generated) public import WaybillRuntime

#if canImport(FoundationEssentials)
import struct FoundationEssentials.Data
#else
import struct Foundation.Data
#endif

/// The key of a client's JSON Web Tokens: a private key in PEM, or a secret that the server has too.
@_spi(Generated)
public struct WebTokenSigningKey: WebTokenKey, Hashable {
    /// How a token is signed (RFC 7518, section 3.1).
    public enum Algorithm: String, Sendable, Hashable, CaseIterable {
        /// HMAC with SHA-256 (RFC 7518, section 3.2).
        case hs256 = "HS256"
        /// RSASSA-PKCS1-v1_5 with SHA-256 (RFC 7518, section 3.3).
        case rs256 = "RS256"
        /// ECDSA on P-256 with SHA-256 (RFC 7518, section 3.4): signatures of 64 bytes, not in DER.
        case es256 = "ES256"
    }

    private enum Key: Sendable {
        case secret(KeyedHash)
        case rsa(_RSA.Signing.PrivateKey)
        case p256(P256.Signing.PrivateKey)
    }

    /// How a token is signed.
    public let signature: Algorithm
    /// The name of the credential that is the key.
    public let credential: String
    /// How the bytes of a secret are taken from its text.
    public let encoding: SignatureRecipe.KeyEncoding

    /// Names a key.
    /// - Parameter encoding: How a secret is written; private keys are PEM.
    public init(_ signature: Algorithm, credential: String, encoding: SignatureRecipe.KeyEncoding = .utf8) {
        self.signature = signature
        self.credential = credential
        self.encoding = encoding
    }

    /// The algorithm's name, as the token says it.
    public var algorithm: String { signature.rawValue }

    /// Whether the key is PEM, which has several lines.
    public var isPEM: Bool { signature != .hs256 }

    /// What the credential has to be, as an error says it.
    public var demand: String {
        switch (signature, encoding) {
        case (.rs256, _):
            "must be a private RSA key of 2048 bits or more, in PEM (PKCS #8 or PKCS #1), without a password"
        case (.es256, _): "must be a private key on the curve P-256, in PEM (PKCS #8 or SEC 1), without a password"
        case (.hs256, .utf8): "must not be empty"
        case (.hs256, .base64): "must be a key in Base64"
        case (.hs256, .hex): "must be a key in hexadecimal digits"
        }
    }

    /// Reads a key; nil where a text is none.
    public func signing(with key: String) -> (@Sendable (_ message: [UInt8]) -> [UInt8]?)? {
        guard let key = read(key) else { return nil }
        return { message in
            switch key {
            case .secret(let hash): hash.code([message])
            case .rsa(let key):
                (try? key.signature(for: SHA256.hash(data: message), padding: .insecurePKCS1v1_5)).map {
                    Array($0.rawRepresentation)
                }
            case .p256(let key): (try? key.signature(for: message)).map { Array($0.rawRepresentation) }
            }
        }
    }

    /// Whether a signature is one of a message, by the public half of a key or by the secret.
    public func isValid(_ signature: [UInt8], of message: [UInt8], by key: String) -> Bool {
        switch read(key) {
        case .secret(let hash)?: return hash.firstMatch(among: [signature], signing: [message]) != nil
        case .rsa(let key)?:
            let signature = _RSA.Signing.RSASignature(rawRepresentation: signature)
            let digest = SHA256.hash(data: message)
            return key.publicKey.isValidSignature(signature, for: digest, padding: .insecurePKCS1v1_5)
        case .p256(let key)?:
            let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature)
            return signature.map { key.publicKey.isValidSignature($0, for: message) } ?? false
        case nil: return false
        }
    }

    private func read(_ text: String) -> Key? {
        switch signature {
        case .hs256: Self.bytes(text, encoding).map { .secret(KeyedHash(.sha256, key: $0)) }
        case .rs256:
            KeyText.privateKey(text).flatMap { try? _RSA.Signing.PrivateKey(pemRepresentation: $0) }.map { .rsa($0) }
        case .es256:
            KeyText.privateKey(text).flatMap { try? P256.Signing.PrivateKey(pemRepresentation: $0) }.map { .p256($0) }
        }
    }

    private static func bytes(_ text: String, _ encoding: SignatureRecipe.KeyEncoding) -> [UInt8]? {
        let bytes: [UInt8]? =
            switch encoding {
            case .utf8: Array(text.utf8)
            case .base64: Data(base64Encoded: text).map { Array($0) }
            case .hex: SignatureText.bytes(text.lowercased().utf8, .hex)
            }
        return bytes.flatMap { $0.isEmpty ? nil : $0 }
    }
}
