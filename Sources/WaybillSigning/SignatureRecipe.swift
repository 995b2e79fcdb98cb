@_spi(Generated) public import WaybillRuntime

#if canImport(FoundationEssentials)
import struct FoundationEssentials.Data
#else
import struct Foundation.Data
#endif

/// How a signature is made: HMAC (RFC 2104) over a text with placeholders.
///
/// The body is signed byte by byte as it is sent, and never as text.
@_spi(Generated)
public struct SignatureRecipe: RequestSignature, Hashable {
    /// The hash function under the HMAC.
    public enum Algorithm: String, Sendable, Hashable, CaseIterable {
        /// SHA-1 (FIPS 180-4): codes of 20 bytes. Under HMAC it still holds (RFC 6194, section 3.3).
        case sha1
        /// SHA-256 (FIPS 180-4): codes of 32 bytes.
        case sha256
        /// SHA-512 (FIPS 180-4): codes of 64 bytes.
        case sha512
    }

    /// How the result is written.
    public enum Encoding: String, Sendable, Hashable, CaseIterable {
        /// Hexadecimal digits in lower case.
        case hex
        /// Base64 with padding (RFC 4648, section 4).
        case base64
    }

    /// How the key's bytes are taken from the credential's text.
    public enum KeyEncoding: String, Sendable, Hashable, CaseIterable {
        /// The text's UTF-8, as it is.
        case utf8
        /// The text is Base64 of the key.
        case base64
        /// The text is hexadecimal digits, in either case.
        case hex
    }

    /// The hash function under the HMAC.
    public let algorithm: Algorithm
    /// The name of the credential that is the key.
    public let key: String
    /// What is signed: text with the placeholders `{timestamp}`, `{body}` and `{credential}`.
    public let signs: String
    /// How the result is written.
    public let encoding: Encoding
    /// How the key's bytes are taken from its text.
    public let keyEncoding: KeyEncoding

    private let template: TextTemplate

    /// Makes a recipe; its key is named here and given when it signs.
    public init(
        algorithm: Algorithm,
        key: String,
        signs: String,
        encoding: Encoding,
        keyEncoding: KeyEncoding = .utf8
    ) {
        self.algorithm = algorithm
        self.key = key
        self.signs = signs
        self.encoding = encoding
        self.keyEncoding = keyEncoding
        template = TextTemplate(signs)
    }

    /// Signs a body.
    /// - Returns: The signature in its encoding; empty where there is no usable key, which a client refuses to be
    ///   made with.
    public func sign(_ credentials: [Credential], timestamp: Int64, body: [UInt8]) -> String {
        guard let key = keyBytes(credentials) else { return "" }
        let parts = template.pieces.map { part($0, credentials, timestamp, body) }
        return SignatureText.text(KeyedHash(algorithm, key: key).code(parts), encoding)
    }

    /// Whether the credential is there, not empty, and in its encoding.
    public func canSign(with credentials: [Credential]) -> Bool { keyBytes(credentials) != nil }

    private func keyBytes(_ credentials: [Credential]) -> [UInt8]? {
        guard let text = credentials.first(where: { $0.name == key })?.value, !text.isEmpty else { return nil }
        switch keyEncoding {
        case .utf8: return Array(text.utf8)
        case .base64: return Data(base64Encoded: text).flatMap { $0.isEmpty ? nil : Array($0) }
        case .hex: return SignatureText.bytes(text.lowercased().utf8, .hex)
        }
    }

    private func part(
        _ piece: TextTemplate.Piece,
        _ credentials: [Credential],
        _ timestamp: Int64,
        _ body: [UInt8]
    ) -> [UInt8] {
        switch piece {
        case .text(let part): Array(part.utf8)
        case .placeholder("body"): body
        case .placeholder("timestamp"): Array(String(timestamp).utf8)
        case .placeholder(let name): Array((credentials.first { $0.name == name }?.value ?? "").utf8)
        }
    }
}
