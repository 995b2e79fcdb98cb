@_spi(Generated) import WaybillRuntime

#if canImport(FoundationEssentials)
import struct FoundationEssentials.Data
#else
import struct Foundation.Data
#endif

/// A step on the way to a signature: a text made of others, perhaps hashed, under a name.
@_spi(Generated)
public struct SignedValue: Sendable, Hashable {
    /// A hash function.
    public enum Hash: String, Sendable, Hashable, CaseIterable {
        /// MD5 (RFC 1321): for services that still ask for it.
        case md5
        /// SHA-1 (FIPS 180-4).
        case sha1
        /// SHA-256 (FIPS 180-4).
        case sha256
        /// SHA-512 (FIPS 180-4).
        case sha512
    }

    /// What becomes of the bytes.
    public enum Step: Sendable, Hashable {
        /// They stay what they are.
        case none
        /// They are hashed.
        case hash(Hash)
        /// They are signed by HMAC with the bytes of a credential or of an earlier value.
        case hmac(SignatureRecipe.Algorithm, key: String)
    }

    /// How bytes are written.
    public enum Encoding: String, Sendable, Hashable, CaseIterable {
        /// As they are: a text stays what it is, and a hash can be a key.
        case bytes
        /// Hexadecimal digits in lower case.
        case hex
        /// Hexadecimal digits in upper case.
        case upperHex = "hex.upper"
        /// Base64 with padding (RFC 4648, section 4).
        case base64
        /// Base64 for URLs, without padding (RFC 4648, section 5).
        case urlBase64 = "base64.url"
        /// Percent-encoded but for unreserved characters (RFC 3986, section 2.3).
        case percent
    }

    /// Its name in templates.
    public let name: String
    /// The templates that it is made of.
    public let of: [String]
    /// What stands between them.
    public let join: String
    /// Whether the bytes stand there as Base64, and are read first.
    public let isBase64: Bool
    /// What becomes of the bytes.
    public let step: Step
    /// How the result is written.
    public let encoding: Encoding

    /// Describes a value.
    public init(
        _ name: String,
        of: [String],
        join: String = "",
        isBase64: Bool = false,
        step: Step = .none,
        encoding: Encoding = .bytes
    ) {
        self.name = name
        self.of = of
        self.join = join
        self.isBase64 = isBase64
        self.step = step
        self.encoding = encoding
    }

    /// The value; nil where a part of it is not known, or is no Base64.
    func bytes(_ values: SigningValues) -> [UInt8]? {
        guard var bytes = Self.joined(of, by: join, values) else { return nil }
        if isBase64 {
            guard let read = Data(base64Encoded: Data(bytes)), !read.isEmpty else { return nil }
            bytes = Array(read)
        }
        switch step {
        case .none: break
        case .hash(let hash): bytes = Digest.bytes(hash, bytes)
        case .hmac(let algorithm, let key):
            guard let key = values[key] else { return nil }
            bytes = KeyedHash(algorithm, key: key).code([bytes])
        }
        return encoded(bytes)
    }

    private func encoded(_ bytes: [UInt8]) -> [UInt8] {
        switch encoding {
        case .bytes: bytes
        case .hex: Array(SignatureText.text(bytes, .hex).utf8)
        case .upperHex: Array(SignatureText.text(bytes, .hex).uppercased().utf8)
        case .base64: Array(SignatureText.text(bytes, .base64).utf8)
        case .urlBase64: Array(URLBase64.text(bytes).utf8)
        case .percent: Array(PercentEncoding.encode(String(decoding: bytes, as: UTF8.self)).utf8)
        }
    }

    /// Templates filled and joined; nil where a placeholder is not known.
    static func joined(_ templates: [String], by separator: String, _ values: SigningValues) -> [UInt8]? {
        var bytes: [UInt8] = []
        for (place, template) in templates.enumerated() {
            guard let part = values.bytes(TextTemplate(template)) else { return nil }
            if place > 0 { bytes += separator.utf8 }
            bytes += part
        }
        return bytes
    }
}
