import Crypto

/// A public key, for checking signatures.
///
/// Nothing about a check is secret, so it may take its time: what is compared is known to whoever sends the signature.
package struct SigningPublicKey: Sendable {
    private enum Key: Sendable {
        case ed25519(Curve25519.Signing.PublicKey)
        case p256(P256.Signing.PublicKey)
    }

    private let key: Key

    /// Reads a key: PEM, or the Base64 or hexadecimal digits of its DER or of its bare bytes.
    ///
    /// Bare are the 32 bytes of Ed25519, and a point of P-256 with or without compression (SEC 1, section 2.3.3).
    ///
    /// - Returns: Nil where the text is no key of this curve, or one under which anybody can sign.
    package init?(_ curve: SigningCurve, text: String) {
        for bytes in KeyText.readings(text, label: "PUBLIC KEY") {
            let isDER = bytes.starts(with: curve.publicKeyHeader)
            guard let key = Self.key(curve, isDER ? Array(bytes.dropFirst(curve.publicKeyHeader.count)) : bytes) else {
                continue
            }
            self.key = key
            return
        }
        return nil
    }

    private static func key(_ curve: SigningCurve, _ bytes: [UInt8]) -> Key? {
        switch (curve, bytes.count) {
        case (.ed25519, 32) where !hasSmallOrder(bytes):
            (try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)).map { .ed25519($0) }
        case (.p256, 33): (try? P256.Signing.PublicKey(compressedRepresentation: bytes)).map { .p256($0) }
        case (.p256, 65): (try? P256.Signing.PublicKey(x963Representation: bytes)).map { .p256($0) }
        default: nil
        }
    }

    /// Whether a key of Ed25519 is one of the few points under which a signature can be made without a private key.
    private static func hasSmallOrder(_ bytes: [UInt8]) -> Bool {
        var point = bytes
        // The sign of the other coordinate.
        point[31] &= 0x7F
        return smallOrders.contains(point)
    }

    /// The coordinates of the points of order 1, 2, 4 and 8, and the longer spellings of 0 and 1.
    private static let smallOrders: Set<[UInt8]> = {
        let ones: (_ first: UInt8) -> [UInt8] = { [$0] + Array(repeating: 0xFF, count: 30) + [0x7F] }
        let zeros: (_ first: UInt8) -> [UInt8] = { [$0] + Array(repeating: 0, count: 31) }
        return [
            zeros(0), zeros(1), ones(0xEC), ones(0xED), ones(0xEE),
            [
                0x26, 0xE8, 0x95, 0x8F, 0xC2, 0xB2, 0x27, 0xB0, 0x45, 0xC3, 0xF4, 0x89, 0xF2, 0xEF, 0x98, 0xF0,
                0xD5, 0xDF, 0xAC, 0x05, 0xD3, 0xC6, 0x33, 0x39, 0xB1, 0x38, 0x02, 0x88, 0x6D, 0x53, 0xFC, 0x05,
            ],
            [
                0xC7, 0x17, 0x6A, 0x70, 0x3D, 0x4D, 0xD8, 0x4F, 0xBA, 0x3C, 0x0B, 0x76, 0x0D, 0x10, 0x67, 0x0F,
                0x2A, 0x20, 0x53, 0xFA, 0x2C, 0x39, 0xCC, 0xC6, 0x4E, 0xC7, 0xFD, 0x77, 0x92, 0xAC, 0x03, 0x7A,
            ],
        ]
    }()

    /// The position of the first signature that holds for a message, which is given in parts.
    package func firstMatch(among signatures: [[UInt8]], signing parts: [[UInt8]]) -> Int? {
        let message = Array(parts.joined())
        switch key {
        case .ed25519(let key):
            return signatures.firstIndex { key.isValidSignature($0, for: message) }
        case .p256(let key):
            let digest = SHA256.hash(data: message)
            return signatures.firstIndex { bytes in
                let signature = try? P256.Signing.ECDSASignature(derRepresentation: bytes)
                return signature.map { key.isValidSignature($0, for: digest) } ?? false
            }
        }
    }
}
