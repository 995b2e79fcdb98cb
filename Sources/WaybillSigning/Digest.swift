import Crypto

/// Digests that stand for texts.
package enum Digest {
    /// SHA-256 of a text's UTF-8.
    package static func sha256(_ text: String) -> [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }

    /// SHA-256 of bytes that are given in parts.
    package static func sha256(_ parts: [[UInt8]]) -> [UInt8] {
        var hash = SHA256()
        for part in parts { hash.update(data: part) }
        return Array(hash.finalize())
    }
}
