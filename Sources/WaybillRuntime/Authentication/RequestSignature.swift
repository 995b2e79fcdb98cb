/// Makes the `{signature}` of a request.
///
/// HMAC is in the module WaybillSigning, so that programs whose APIs sign nothing link no cryptography.
@_spi(Generated)
public protocol RequestSignature: Sendable {
    /// The name of the credential that is the key.
    var key: String { get }

    /// Whether the key is among the credentials, and can be used.
    func canSign(with credentials: [Credential]) -> Bool

    /// Signs a body, byte by byte as it is sent.
    func sign(_ credentials: [Credential], timestamp: Int64, body: [UInt8]) -> String
}
