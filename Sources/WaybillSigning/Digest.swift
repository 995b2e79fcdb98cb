import Crypto

/// Digests that stand for texts.
package enum Digest {
    /// SHA-256 of a text's UTF-8.
    package static func sha256(_ text: String) -> [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }
}
