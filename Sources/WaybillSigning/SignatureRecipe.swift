@_spi(Generated) public import WaybillRuntime

#if canImport(FoundationEssentials)
import struct FoundationEssentials.Data
#else
import struct Foundation.Data
#endif

/// How a signature is made: HMAC (RFC 2104) over texts with placeholders.
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
    /// The name of the credential or of the value that is the key.
    public let key: String
    /// What is signed: texts with placeholders.
    public let signs: [String]
    /// What stands between the texts.
    public let join: String
    /// How the result is written.
    public let encoding: Encoding
    /// How the key's bytes are taken from its text.
    public let keyEncoding: KeyEncoding
    /// The names of the header fields that `{headers}` has.
    public let headers: [String]
    /// What is signed among the parameters beside those of query and form.
    public let parameters: [SignedParameter]
    /// The steps, in their order.
    public let values: [SignedValue]

    /// Makes a recipe; its key is named here and given when it signs.
    public init(
        algorithm: Algorithm,
        key: String,
        signs: [String],
        join: String = "",
        encoding: Encoding,
        keyEncoding: KeyEncoding = .utf8,
        headers: [String] = [],
        parameters: [SignedParameter] = [],
        values: [SignedValue] = []
    ) {
        self.algorithm = algorithm
        self.key = key
        self.signs = signs
        self.join = join
        self.encoding = encoding
        self.keyEncoding = keyEncoding
        self.headers = headers
        self.parameters = parameters
        self.values = values
    }

    /// Makes a recipe that signs one text: the placeholders `{timestamp}`, `{body}` and `{credential}`.
    public init(
        algorithm: Algorithm,
        key: String,
        signs: String,
        encoding: Encoding,
        keyEncoding: KeyEncoding = .utf8
    ) {
        self.init(algorithm: algorithm, key: key, signs: [signs], encoding: encoding, keyEncoding: keyEncoding)
    }

    /// The names of the steps.
    public var names: [String] { values.map(\.name) }

    /// Whether the credential is there, not empty, and in its encoding.
    public func canSign(with credentials: [Credential]) -> Bool {
        let given = SigningValues(credentials)
        for value in values where value.isBase64 {
            if SignedValue.joined(value.of, by: value.join, given) != nil, value.bytes(given) == nil { return false }
        }
        return names.contains(key) || keyBytes(given) != nil
    }

    /// Adds each value whose parts are all known.
    public func extend(_ values: inout SigningValues) {
        for value in self.values where !values.knows(value.name) { values[value.name] = value.bytes(values) }
    }

    /// The signature in its encoding; empty where there is no usable key, which a client refuses to be made with.
    public func code(_ values: SigningValues) -> String {
        guard let key = keyBytes(values), let message = SignedValue.joined(signs, by: join, values) else { return "" }
        return SignatureText.text(KeyedHash(algorithm, key: key).code([message]), encoding)
    }

    private func keyBytes(_ values: SigningValues) -> [UInt8]? {
        guard let bytes = values[key], !bytes.isEmpty else { return nil }
        switch keyEncoding {
        case .utf8: return bytes
        case .base64: return Data(base64Encoded: Data(bytes)).flatMap { $0.isEmpty ? nil : Array($0) }
        case .hex: return SignatureText.bytes(String(decoding: bytes, as: UTF8.self).lowercased().utf8, .hex)
        }
    }
}
