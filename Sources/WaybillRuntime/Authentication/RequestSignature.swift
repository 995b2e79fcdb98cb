/// Makes the `{signature}` of a request.
///
/// Hashes are in the module WaybillSigning, so that programs whose APIs sign nothing link no cryptography.
@_spi(Generated)
public protocol RequestSignature: Sendable {
    /// The name of the credential or of the value that is the key.
    var key: String { get }

    /// The names of the header fields that `{headers}` has; `*` at a name's end stands for anything.
    var headers: [String] { get }

    /// What is signed among the parameters beside those of query and form.
    var parameters: [SignedParameter] { get }

    /// The names of the values that it adds to those of the request.
    var names: [String] { get }

    /// Whether the key is among the credentials, and can be used.
    func canSign(with credentials: [Credential]) -> Bool

    /// Adds each value whose parts are all known.
    func extend(_ values: inout SigningValues)

    /// Signs, byte by byte as the body is sent; empty where there is no key.
    func code(_ values: SigningValues) -> String
}

@_spi(Generated)
extension RequestSignature {
    /// Signs a body with its time alone.
    /// - Returns: The signature in its encoding; empty where there is no usable key.
    public func sign(_ credentials: [Credential], timestamp: Int64, body: [UInt8]) -> String {
        var values = SigningValues(credentials)
        values[SigningTime.seconds.rawValue] = Array(String(timestamp).utf8)
        values["body"] = body
        extend(&values)
        return code(values)
    }
}

/// A parameter that is signed among those of the query: its name, and the template of its value.
@_spi(Generated)
public struct SignedParameter: Sendable, Hashable {
    /// The name, not encoded.
    public let name: String
    /// The template of the value.
    public let value: String

    /// Takes a name and a template.
    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}
