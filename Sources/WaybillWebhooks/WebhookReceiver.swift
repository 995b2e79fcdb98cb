public import HTTPTypes
@_spi(Generated) public import WaybillRuntime
@_spi(Generated) import WaybillSigning

#if canImport(FoundationEssentials)
public import struct FoundationEssentials.Date
#else
public import struct Foundation.Date
#endif

/// Receives one kind of webhook; what a generated webhook is made of.
@_spi(Generated)
public struct WebhookReceiver<Event: Sendable>: Sendable {
    /// Tells who made a request.
    public let verifier: WebhookVerifier

    private let read: @Sendable (inout JSONReader) -> Event?

    /// Makes a receiver.
    ///
    /// - Parameters:
    ///   - definition: The webhook, as its spec has it.
    ///   - secrets: One to five secrets.
    ///   - configuration: Tolerance, limit and clock.
    ///   - read: Reads an event; it sees nothing but bodies whose signature holds.
    /// - Throws: ``ConfigurationError``, as the verifier does.
    public init(
        _ definition: WebhookDefinition,
        secrets: [String],
        configuration: WebhookConfiguration = WebhookConfiguration(),
        reading read: @escaping @Sendable (inout JSONReader) -> Event?
    ) throws(ConfigurationError) {
        verifier = try WebhookVerifier(definition: definition, secrets: secrets, configuration: configuration)
        self.read = read
    }

    /// Verifies a request, and then reads its event.
    public func receive(
        body: some Collection<UInt8>,
        headers: HTTPFields
    ) throws(WebhookError) -> WebhookDelivery<Event> {
        let payload = try verifier.verify(body: body, headers: headers)
        do {
            let event = try JSONReader.read(payload.body) { read(&$0) }
            let json = verifier.definition.looksIntoBody ? try? JSONValue(parsing: payload.body) : nil
            let time = verifier.definition.time?.date(in: json)
            return WebhookDelivery(event: event, id: id(of: payload, headers, json), payload: payload, time: time)
        } catch {
            throw .undecodable(error)
        }
    }

    /// Verifies a request, reads its event and claims it.
    /// - Throws: ``WebhookError``, or what the store throws: then the event is not taken.
    nonisolated(nonsending) public func receive(
        body: some Collection<UInt8>,
        headers: HTTPFields,
        claiming store: any DeduplicationStore
    ) async throws -> WebhookOutcome<Event> {
        let delivery = try receive(body: body, headers: headers)
        let isFirst = try await store.claim(key(delivery.id), keepFor: verifier.definition.keepFor)
        return isFirst ? .first(delivery) : .duplicate(delivery)
    }

    /// Takes a request, works on its event unless it is a copy, and tells the status to answer with.
    ///
    /// Work that throws gives its claim up, so that the service's next try is worked on, also where the task was
    /// cancelled. A copy that comes while the first is being worked on is acknowledged at once; where the work may fail
    /// after that, or the process end in the middle of it, let the claim and the work's result share a transaction.
    /// - Returns: The status that acknowledges an event or a copy; that of a refusal; 413 for a body that is too large.
    /// - Throws: ``WebhookError/undecodable(_:)``, and what the store or the work throws.
    nonisolated(nonsending) public func process(
        body: some Collection<UInt8>,
        headers: HTTPFields,
        store: any DeduplicationStore,
        _ work: nonisolated(nonsending) (WebhookDelivery<Event>) async throws -> Void
    ) async throws -> Int {
        let acknowledgement = verifier.definition.acknowledgement
        let outcome: WebhookOutcome<Event>
        do {
            outcome = try await receive(body: body, headers: headers, claiming: store)
        } catch let error as WebhookError {
            if case .undecodable = error { throw error }
            return acknowledgement.status(for: error)
        }
        guard case .first(let delivery) = outcome else { return acknowledgement.status }
        do {
            try await work(delivery)
        } catch {
            // In a task of its own, which the cancellation of this one does not reach.
            let key = key(delivery.id)
            await Task { try? await store.release(key) }.value
            throw error
        }
        return acknowledgement.status
    }

    /// What a store knows an event by: ids of two services may be the same.
    ///
    /// A long id is replaced by its digest, so that a key fits into a column of 200 characters.
    public func key(_ id: String) -> String {
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
    /// As ``receive(body:headers:)``, with header fields as pairs.
    public func receive(
        body: some Collection<UInt8>,
        headers: some Sequence<(name: String, value: String)>
    ) throws(WebhookError) -> WebhookDelivery<Event> {
        try receive(body: body, headers: Self.fields(headers))
    }

    /// Header fields of pairs; a pair whose name is no name of a field is left out.
    public static func fields(_ pairs: some Sequence<(name: String, value: String)>) -> HTTPFields {
        var fields = HTTPFields()
        for (name, value) in pairs {
            if let name = HeaderRule.name(name) { fields.append(HTTPField(name: name, value: value)) }
        }
        return fields
    }

    /// Signs a body as the service does, with the first secret.
    public func sign(body: some Collection<UInt8>, id: String? = nil, now: Date? = nil) -> HTTPFields {
        verifier.sign(body: body, id: id, now: now)
    }
}
