public import HTTPTypes
import WaybillRuntime
@_spi(Generated) import WaybillSigning

#if canImport(FoundationEssentials)
public import struct FoundationEssentials.Date
#else
public import struct Foundation.Date
#endif

extension WebhookVerifier {
    /// Signs a body as the service does, with the first secret or with a private key; for tests and sandboxes.
    ///
    /// - Parameters:
    ///   - body: The body's bytes, as they will be sent.
    ///   - privateKey: The key that signs, where the scheme has public keys: PEM, or Base64 or hexadecimal digits.
    ///   - id: The id to be signed; nil makes one, where the service signs ids.
    ///   - type: The event's type, where a header field names it; it is not signed.
    ///   - now: The time to be signed; nil takes the clock's, where the service signs timestamps.
    /// - Returns: The header fields that go with the body; none where it cannot be signed.
    public func sign(
        body: some Collection<UInt8>,
        privateKey: String? = nil,
        id: String? = nil,
        type: String? = nil,
        now: Date? = nil
    ) -> HTTPFields {
        let timestamp = definition.scheme.timestamp == nil ? nil : String(seconds(now))
        let id = definition.scheme.id == nil ? nil : id ?? "msg_" + String(clock.random(), radix: 36)
        let values = WebhookSignedValues(body: Array(body), timestamp: timestamp, id: id, url: url)
        guard let parts = template.parts(values), let code = code(parts, privateKey) else { return HTTPFields() }
        let signature = SignatureText.text(code, definition.scheme.encoding)
        var fields = fields.fields(signature: signature, timestamp: timestamp, id: id)
        if let typeHeader, let type { fields[typeHeader] = type }
        return fields
    }

    private func code(_ parts: [[UInt8]], _ privateKey: String?) -> [UInt8]? {
        switch keys.first {
        case .secret(let hash)?: hash.code(parts)
        case .publicKey?:
            definition.scheme.algorithm.curve.flatMap { curve in
                privateKey.flatMap { SigningPrivateKey(curve, text: $0)?.signature(parts) }
            }
        case nil: nil
        }
    }

    private func seconds(_ date: Date?) -> Int64 {
        guard let date else { return clock.timestamp() }
        let seconds = date.timeIntervalSince1970.rounded(.down)
        return Int64(exactly: seconds) ?? 0
    }
}
