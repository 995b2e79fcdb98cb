@_spi(Generated) import WaybillSigning

/// How a webhook's signature is made: with a secret that both sides have, or with a private key whose public key everybody
/// may have.
///
/// The scheme alone says which it is, and never the request: a public key that could pass for a secret would let anybody sign.
@_spi(Generated)
public enum WebhookSignatureAlgorithm: String, Sendable, Hashable, CaseIterable {
    /// HMAC (RFC 2104) with SHA-1; codes of 20 bytes.
    case sha1
    /// HMAC with SHA-256; codes of 32 bytes.
    case sha256
    /// HMAC with SHA-512; codes of 64 bytes.
    case sha512
    /// Ed25519 (RFC 8032, section 5.1); signatures of 64 bytes.
    case ed25519
    /// ECDSA on P-256 with SHA-256 (FIPS 186-5); signatures in DER.
    case p256

    /// Whether signatures are checked with a public key.
    public var hasPublicKey: Bool { curve.map { _ in true } ?? false }

    /// The hash under the HMAC; nil where there is none.
    var hash: SignatureRecipe.Algorithm? {
        switch self {
        case .sha1: .sha1
        case .sha256: .sha256
        case .sha512: .sha512
        case .ed25519, .p256: nil
        }
    }

    /// The curve of the keys; nil for an HMAC.
    var curve: SigningCurve? {
        switch self {
        case .ed25519: .ed25519
        case .p256: .p256
        case .sha1, .sha256, .sha512: nil
        }
    }

    /// Whether whoever has a signature can spell another one of the same message: (r, −s) is as good as (r, s) in ECDSA.
    var hasTwins: Bool {
        switch self {
        case .p256: true
        case .sha1, .sha256, .sha512, .ed25519: false
        }
    }
}
