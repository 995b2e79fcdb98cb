import Crypto

#if canImport(FoundationEssentials)
import struct FoundationEssentials.Data
#else
import struct Foundation.Data
#endif

/// A private key, for signing as a service does: in tests and in sandboxes.
package struct SigningPrivateKey: Sendable {
    private enum Key: Sendable {
        case ed25519(Curve25519.Signing.PrivateKey)
        case p256(P256.Signing.PrivateKey)
    }

    private let key: Key

    /// Reads a key: PEM of PKCS #8, or the Base64 or hexadecimal digits of its DER or of its 32 bare bytes.
    package init?(_ curve: SigningCurve, text: String) {
        for bytes in KeyText.readings(text, label: "PRIVATE KEY") {
            guard let key = Self.key(curve, bytes) else { continue }
            self.key = key
            return
        }
        return nil
    }

    private static func key(_ curve: SigningCurve, _ bytes: [UInt8]) -> Key? {
        switch curve {
        case .ed25519:
            let isDER = bytes.starts(with: SigningCurve.privateKeyHeader)
            let seed = isDER ? Array(bytes.dropFirst(SigningCurve.privateKeyHeader.count)) : bytes
            return (try? Curve25519.Signing.PrivateKey(rawRepresentation: seed)).map { .ed25519($0) }
        case .p256:
            let isBare = bytes.count < 33
            let key =
                isBare
                ? try? P256.Signing.PrivateKey(rawRepresentation: bytes)
                : try? P256.Signing.PrivateKey(derRepresentation: bytes)
            return key.map { .p256($0) }
        }
    }

    /// The signature of a message that is given in parts; each one of ECDSA is another.
    package func signature(_ parts: [[UInt8]]) -> [UInt8]? {
        let message = Array(parts.joined())
        switch key {
        case .ed25519(let key): return (try? key.signature(for: message)).map { Array($0) }
        case .p256(let key): return (try? key.signature(for: message)).map { Array($0.derRepresentation) }
        }
    }

    /// The DER of its public key, as Base64.
    package var publicKey: String {
        let (curve, bytes): (SigningCurve, [UInt8]) =
            switch key {
            case .ed25519(let key): (.ed25519, Array(key.publicKey.rawRepresentation))
            case .p256(let key): (.p256, Array(key.publicKey.x963Representation))
            }
        return SignatureText.text(curve.publicKeyHeader + bytes, .base64)
    }
}
