import Crypto

/// A digest that stands for a text that is too long to be a key.
enum WebhookDigest {
    /// SHA-256 in hexadecimal digits.
    static func text(_ text: String) -> String {
        "sha256:" + SignatureText.text(Array(SHA256.hash(data: Array(text.utf8))), .hex)
    }
}
