public import HTTPTypes
@_spi(Generated) public import WaybillRuntime
@_spi(Generated) import WaybillSigning

#if canImport(FoundationEssentials)
public import struct FoundationEssentials.Date
#else
public import struct Foundation.Date
#endif

/// What a generated webhook is made of: how its requests are verified, and how an event is read.
public struct WebhookReceiver<Event: Sendable>: Sendable {
    /// Tells who made a request.
    @_spi(Generated) public let verifier: WebhookVerifier

    private let read: @Sendable (inout JSONReader) -> Event?

    /// Makes a receiver.
    ///
    /// - Parameters:
    ///   - definition: The webhook, as its spec has it.
    ///   - secrets: One to five secrets.
    ///   - configuration: Tolerance, limit and clock.
    ///   - read: Reads an event; it sees nothing but bodies whose signature holds.
    /// - Throws: ``ConfigurationError``, as the verifier does.
    @_spi(Generated)
    public init(
        _ definition: WebhookDefinition,
        secrets: [String],
        configuration: WebhookConfiguration = WebhookConfiguration(),
        reading read: @escaping @Sendable (inout JSONReader) -> Event?
    ) throws(ConfigurationError) {
        verifier = try WebhookVerifier(definition: definition, secrets: secrets, configuration: configuration)
        self.read = read
    }

    /// Reads the event of a request that holds.
    func delivery(of payload: VerifiedPayload, _ headers: HTTPFields) throws(WebhookError) -> WebhookDelivery<Event> {
        do {
            let event = try JSONReader.read(payload.body) { read(&$0) }
            let json = verifier.definition.looksIntoBody ? try? JSONValue(parsing: payload.body) : nil
            let time = verifier.definition.time?.date(in: json)
            return WebhookDelivery(event: event, id: id(of: payload, headers, json), payload: payload, time: time)
        } catch {
            throw .undecodable(error)
        }
    }

    /// What a store knows an event by: ids of two services may be the same.
    ///
    /// A long id is replaced by its digest, so that a key fits into a column of 200 characters.
    @_spi(Generated) public func key(_ id: String) -> String {
        let name = verifier.definition.name
        return "\(name):\(id.utf8.count <= 120 ? id : "sha256:" + SignatureText.text(Digest.sha256(id), .hex))"
    }

    private func id(of payload: VerifiedPayload, _ headers: HTTPFields, _ json: JSONValue?) -> String {
        let id: String? =
            switch verifier.definition.deduplication {
            case .signature: nil
            case .header(let name): HeaderRule.name(name).flatMap { PresentedSignature.onlyValue($0, headers) }
            case .field(let path): json?.scalar(at: path)
            }
        return id.flatMap { $0.isEmpty ? nil : $0 } ?? payload.signature
    }
}

extension WebhookReceiver {
    /// Signs a body as the service does, with the first secret; what the service does not sign is left out.
    @_spi(Generated)
    public func sign(body: some Collection<UInt8>, id: String? = nil, now: Date? = nil) -> HTTPFields {
        verifier.sign(body: body, id: id, now: now)
    }
}
