import Crypto

/// Digests that stand for texts.
package enum Digest {
    /// SHA-256 of a text's UTF-8.
    package static func sha256(_ text: String) -> [UInt8] { bytes(.sha256, Array(text.utf8)) }

    /// SHA-256 of bytes that are given in parts.
    package static func sha256(_ parts: [[UInt8]]) -> [UInt8] {
        var hash = SHA256()
        for part in parts { hash.update(data: part) }
        return Array(hash.finalize())
    }

    /// The digest of a message.
    package static func bytes(_ hash: SignedValue.Hash, _ message: [UInt8]) -> [UInt8] {
        switch hash {
        case .md5: Array(Insecure.MD5.hash(data: message))
        case .sha1: Array(Insecure.SHA1.hash(data: message))
        case .sha256: Array(SHA256.hash(data: message))
        case .sha512: Array(SHA512.hash(data: message))
        }
    }
}
