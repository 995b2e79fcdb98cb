public import HTTPTypes
@_spi(Generated) public import WaybillRuntime
@_spi(Generated) import WaybillSigning

#if canImport(FoundationEssentials)
public import struct FoundationEssentials.Date
#else
public import struct Foundation.Date
#endif

/// What a generated webhook is made of: how its requests are verified, and how an event is read.
public struct WebhookReceiver<Event: ReceivableEvent>: Sendable {
    /// Tells who made a request.
    @_spi(Generated) public let verifier: WebhookVerifier

    private let read: @Sendable (inout JSONReader, _ type: String?) -> Event?

    /// Makes a receiver.
    ///
    /// - Parameters:
    ///   - definition: The webhook, as its spec has it.
    ///   - secrets: One to five secrets; none where there are public keys.
    ///   - publicKeys: One to five public keys, for a scheme that has such.
    ///   - url: The URL that the service calls, for a scheme that signs it.
    ///   - challengeToken: The token by which the service's challenges prove themselves, where they do so.
    ///   - configuration: Tolerance, limit, logger and clock.
    ///   - read: Reads an event; it sees nothing but bodies whose signature holds.
    /// - Throws: ``ConfigurationError``, as the verifier does.
    @_spi(Generated)
    public init(
        _ definition: WebhookDefinition,
        secrets: [String] = [],
        publicKeys: [String] = [],
        url: String? = nil,
        challengeToken: String? = nil,
        configuration: WebhookConfiguration = WebhookConfiguration(),
        reading read: @escaping @Sendable (inout JSONReader) -> Event?
    ) throws(ConfigurationError) {
        try self.init(
            definition,
            secrets: secrets,
            publicKeys: publicKeys,
            url: url,
            challengeToken: challengeToken,
            configuration: configuration,
            readingTyped: { reader, _ in read(&reader) }
        )
    }

    /// As the other, for events whose type a header field names.
    ///
    /// - Parameter read: Reads an event of the type that the field names, which is nil where there is no such field.
    @_spi(Generated)
    public init(
        _ definition: WebhookDefinition,
        secrets: [String] = [],
        publicKeys: [String] = [],
        url: String? = nil,
        challengeToken: String? = nil,
        configuration: WebhookConfiguration = WebhookConfiguration(),
        readingTyped read: @escaping @Sendable (inout JSONReader, _ type: String?) -> Event?
    ) throws(ConfigurationError) {
        verifier = try WebhookVerifier(
            definition: definition,
            secrets: secrets,
            publicKeys: publicKeys,
            url: url,
            challengeToken: challengeToken,
            configuration: configuration
        )
        self.read = read
    }

    private init(_ verifier: WebhookVerifier, _ read: @escaping @Sendable (inout JSONReader, String?) -> Event?) {
        self.verifier = verifier
        self.read = read
    }

    /// The same receiver under another URL.
    ///
    /// - Throws: ``ConfigurationError`` for what is no URL.
    @_spi(Generated)
    public func at(url: String) throws(ConfigurationError) -> Self { Self(try verifier.at(url: url), read) }

    /// Verifies a request, and then reads its event.
    func delivery(
        _ body: some Collection<UInt8>,
        _ headers: HTTPFields
    ) throws(WebhookError) -> WebhookDelivery<Event> {
        let payload = try verifier.verify(body: body, headers: headers)
        return delivery(of: payload, headers, verifier.document(payload.body))
    }

    /// Verifies a request, and then reads its events.
    func deliveries(
        _ body: some Collection<UInt8>,
        _ headers: HTTPFields
    ) throws(WebhookError) -> [WebhookDelivery<Event>] {
        let payload = try verifier.verify(body: body, headers: headers)
        let document = verifier.document(payload.body)
        guard let elements = elements(of: document) else { return [delivery(of: payload, headers, document)] }
        return elements.enumerated().map { delivery(of: payload, headers, document, $1, at: $0) }
    }

    /// The events of a body that has several; nil where it is one event, or none.
    func elements(of document: WebhookDocument) -> [WebhookBatchPath.Element]? {
        guard let batch = verifier.batch, document.fault == nil, let json = document.json else { return nil }
        return batch.elements(in: json)
    }

    /// - Parameters:
    ///   - element: The event, in a body that has several.
    ///   - position: Its place there.
    private func delivery(
        of payload: VerifiedPayload,
        _ headers: HTTPFields,
        _ document: WebhookDocument,
        _ element: WebhookBatchPath.Element? = nil,
        at position: Int? = nil
    ) -> WebhookDelivery<Event> {
        let id = id(of: payload, headers, document, element, at: position)
        return delivery(
            of: payload,
            id: id,
            key: key(id),
            WebhookEventType(verifier.typeHeader, in: headers),
            document,
            element
        )
    }

    /// Reads an event of which the request is known to hold.
    func delivery(
        of payload: VerifiedPayload,
        id: String,
        key: String,
        _ type: WebhookEventType,
        _ document: WebhookDocument,
        _ element: WebhookBatchPath.Element?
    ) -> WebhookDelivery<Event> {
        let definition = verifier.definition
        let json = { element?.json ?? document.json }
        let bytes = element == nil && definition.body == .json ? payload.body : json()?.serialized() ?? []
        let fault = element.map(\.fault) ?? document.fault
        var unread: [UnreadMember] = []
        return WebhookDelivery(
            event: fault.map { unrecognized(json(), $0, type) } ?? event(bytes, json, type, noting: &unread),
            id: id,
            key: key,
            payload: payload,
            source: element.map { .element($0.json) } ?? .body(definition.body),
            time: definition.time?.date(verifier.timePath.flatMap { scalar(at: $0, document, element) }),
            unread: unread
        )
    }

    /// The text, or the digits of the number, at a path of an event.
    private func scalar(
        at path: DottedPath,
        _ document: WebhookDocument,
        _ element: WebhookBatchPath.Element?
    ) -> String? {
        if let element { element.json.scalar(at: path) } else { document.scalar(at: path) }
    }

    private func event(
        _ body: [UInt8],
        _ json: () -> JSONValue?,
        _ type: WebhookEventType,
        noting unread: inout [UnreadMember]
    ) -> Event {
        if case .unusable(let reason) = type { return unrecognized(json(), reason, type) }
        do {
            let event = try JSONReader.read(body, noting: &unread) { read(&$0, type.text) }
            // Where no event goes without the header, its absence is the reason.
            guard case .missing(let reason) = type, !event.isRecognized else { return event }
            return unrecognized(json(), reason, type)
        } catch {
            // The event says the reason itself, and nothing else of it was read.
            unread = []
            return unrecognized(json(), UnreadMember(error), type)
        }
    }

    private func unrecognized(_ json: JSONValue?, _ reason: UnreadMember, _ type: WebhookEventType) -> Event {
        let inside = verifier.definition.type.flatMap { DottedPath($0).value(in: json)?.stringValue }
        return .unrecognized(UnrecognizedEvent(type: type.text ?? inside, json: json, reason: reason))
    }

    /// What a store knows an id by; one that is long, or that no column of text takes, is replaced by its digest.
    func key(_ id: String) -> String {
        let fits = id.utf8.count <= 120 && !id.utf8.contains(0)
        return "\(verifier.definition.name):\(fits ? id : "sha256:" + SignatureText.text(Digest.sha256(id), .hex))"
    }

    /// Where the request alone has an id, the events of one body are told apart by their places.
    func id(
        of payload: VerifiedPayload,
        _ headers: HTTPFields,
        _ document: WebhookDocument,
        _ element: WebhookBatchPath.Element? = nil,
        at position: Int? = nil
    ) -> String {
        let place = position.map { "#\($0)" } ?? ""
        let (id, suffix): (String?, String) =
            switch verifier.definition.deduplication {
            case .signature: (nil, place)
            case .header(let name):
                (HeaderRule.name(name).flatMap { PresentedSignature.onlyValue($0, headers) }, place)
            case .field: (verifier.idPath.flatMap { scalar(at: $0, document, element) }, "")
            }
        guard let id, !id.allSatisfy(\.isWhitespace) else { return payload.fingerprint + place }
        return id + suffix
    }
}

extension WebhookReceiver {
    /// Signs a body as the service does, with the first secret or with a private key; what the service does not sign is left out.
    @_spi(Generated)
    public func sign(
        body: some Collection<UInt8>,
        privateKey: String? = nil,
        id: String? = nil,
        type: String? = nil,
        now: Date? = nil
    ) -> HTTPFields {
        verifier.sign(body: body, privateKey: privateKey, id: id, type: type, now: now)
    }
}
