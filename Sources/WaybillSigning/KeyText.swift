/// The bytes of a key that is given as text: PEM, Base64 or hexadecimal digits.
package enum KeyText {
    /// What a text may stand for; the length of a key tells which it is.
    ///
    /// - Parameter label: What a block of PEM has to be (RFC 7468), such as `PUBLIC KEY`; a block of anything else stands for
    ///   nothing.
    static func readings(_ text: String, label: String) -> [[UInt8]] {
        guard !isBlock(text) else { return block(text, label).map { [$0] } ?? [] }
        let digits = SignatureText.bytes(text.lowercased().utf8, .hex)
        return [digits, SignatureText.bytes(text.utf8, .base64)].compactMap(\.self)
    }

    /// Whether a text is a public key of some kind, in PEM or in DER as Base64, which is no secret.
    package static func isPublicKey(_ text: String) -> Bool {
        if isBlock(text) { return true }
        guard let bytes = SignatureText.bytes(text.utf8, .base64) else { return false }
        return [SigningCurve.ed25519, .p256].contains { bytes.starts(with: $0.publicKeyHeader) }
    }

    /// The block of PEM that has a private key, without what stands around it; nil where there is none.
    ///
    /// OpenSSL writes the parameters of a curve before its keys.
    static func privateKey(_ text: String) -> String? {
        let lines = text.split(whereSeparator: \.isNewline)
        guard let start = lines.firstIndex(where: { $0.hasPrefix("-----BEGIN ") && $0.hasSuffix("PRIVATE KEY-----") }),
            let end = lines[start...].firstIndex(where: { $0.hasPrefix("-----END ") })
        else { return nil }
        return lines[start...end].joined(separator: "\n")
    }

    private static func isBlock(_ text: String) -> Bool { text.utf8.starts(with: "-----".utf8) }

    private static func block(_ text: String, _ label: String) -> [UInt8]? {
        let lines = text.split(whereSeparator: \.isNewline)
        guard lines.first == "-----BEGIN \(label)-----", lines.last == "-----END \(label)-----" else { return nil }
        return SignatureText.bytes(lines.dropFirst().dropLast().joined().utf8, .base64)
    }
}
