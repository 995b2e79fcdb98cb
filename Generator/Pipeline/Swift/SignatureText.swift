@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillSigning
@_spi(Generated) import WaybillWebhooks

/// Writes the words of a signature as code.
enum SignatureText {
    static func algorithm(_ algorithm: SignatureRecipe.Algorithm) -> SwiftCode {
        switch algorithm {
        case .sha1: ".sha1"
        case .sha256: ".sha256"
        case .sha512: ".sha512"
        }
    }

    static func encoding(_ encoding: SignatureRecipe.Encoding) -> SwiftCode {
        switch encoding {
        case .hex: ".hex"
        case .base64: ".base64"
        }
    }

    /// How a webhook is signed.
    static func algorithm(_ algorithm: WebhookSignatureAlgorithm) -> SwiftCode {
        switch algorithm {
        case .sha1: ".sha1"
        case .sha256: ".sha256"
        case .sha512: ".sha512"
        case .ed25519: ".ed25519"
        case .p256: ".p256"
        }
    }

    static func encoding(_ encoding: SignedValue.Encoding) -> SwiftCode {
        switch encoding {
        case .bytes: ".bytes"
        case .hex: ".hex"
        case .upperHex: ".upperHex"
        case .base64: ".base64"
        case .urlBase64: ".urlBase64"
        case .percent: ".percent"
        }
    }

    static func hash(_ hash: SignedValue.Hash) -> SwiftCode {
        switch hash {
        case .md5: ".md5"
        case .sha1: ".sha1"
        case .sha256: ".sha256"
        case .sha512: ".sha512"
        }
    }

    /// How the text of a secret becomes the key.
    static func keyEncoding(_ encoding: SignatureRecipe.KeyEncoding) -> SwiftCode {
        switch encoding {
        case .utf8: ".utf8"
        case .base64: ".base64"
        case .hex: ".hex"
        }
    }
}

extension DottedPath {
    /// The path as an envelope has it, where the whole body is `none`.
    var envelopeText: String { isEmpty ? "none" : text }
}
