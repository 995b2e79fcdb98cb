/// What signs the JSON Web Tokens of a client: an algorithm, and which credential is its key.
///
/// Keys are read in the module WaybillSigning, so that programs whose APIs sign nothing link no cryptography.
@_spi(Generated)
public protocol WebTokenKey: Sendable {
    /// The algorithm's name, as the token says it (RFC 7518, section 3.1).
    var algorithm: String { get }

    /// The name of the credential that is the key.
    var credential: String { get }

    /// Whether the key is PEM, which has several lines.
    var isPEM: Bool { get }

    /// What the credential has to be, as an error says it: "must be".
    var demand: String { get }

    /// Reads a key; nil where a text is none.
    /// - Returns: Signs a message; nil where that fails.
    func signing(with key: String) -> (@Sendable (_ message: [UInt8]) -> [UInt8]?)?
}
