public import HTTPTypes
@_spi(Generated) import WaybillRuntime

/// Receives one kind of webhook: tells who made a request, reads its event, and keeps copies apart.
///
/// Generated webhooks conform. Hand over the body's bytes as they came, before a framework reads JSON out of them.
public protocol APIWebhook: Sendable {
    /// What the service tells.
    associatedtype ReceivedEvent: Sendable

    /// What the webhook is made of.
    var receiver: WebhookReceiver<ReceivedEvent> { get }
}

extension APIWebhook {
    /// Verifies a request, and then reads its event.
    ///
    /// - Throws: ``WebhookError``: `.refused` where the signature does not hold, nothing having been read.
    public func receive(
        body: some Collection<UInt8>,
        headers: HTTPFields
    ) throws(WebhookError) -> WebhookDelivery<ReceivedEvent> {
        let payload = try receiver.verifier.verify(body: body, headers: headers)
        return try receiver.delivery(of: payload, headers)
    }

    /// Verifies a request, and then reads its event.
    ///
    /// Header fields may come in any order and any case.
    ///
    /// - Throws: ``WebhookError``: `.refused` where the signature does not hold, nothing having been read.
    public func receive(
        body: some Collection<UInt8>,
        headers: some Sequence<(name: String, value: String)>
    ) throws(WebhookError) -> WebhookDelivery<ReceivedEvent> {
        try receive(body: body, headers: HTTPFields(pairs: headers))
    }

    /// Verifies a request, reads its event, and tells whether it has come before.
    ///
    /// - Throws: ``WebhookError``, or what the store throws: the event is then not taken.
    nonisolated(nonsending) public func receive(
        body: some Collection<UInt8>,
        headers: HTTPFields,
        claiming store: any DeduplicationStore
    ) async throws -> WebhookOutcome<ReceivedEvent> {
        let delivery = try receive(body: body, headers: headers)
        let keepFor = receiver.verifier.definition.keepFor
        let isFirst = try await store.claim(receiver.key(delivery.id), keepFor: keepFor)
        return isFirst ? .first(delivery) : .duplicate(delivery)
    }

    /// Verifies a request, reads its event, and tells whether it has come before.
    ///
    /// - Throws: ``WebhookError``, or what the store throws: the event is then not taken.
    nonisolated(nonsending) public func receive(
        body: some Collection<UInt8>,
        headers: some Sequence<(name: String, value: String)>,
        claiming store: any DeduplicationStore
    ) async throws -> WebhookOutcome<ReceivedEvent> {
        try await receive(body: body, headers: HTTPFields(pairs: headers), claiming: store)
    }

    /// Takes a request, works on its event unless it is a copy, and tells what to answer.
    ///
    /// Work that throws gives its claim up, so that the service's next try is worked on, also where the task was
    /// cancelled. A copy that comes while the first is being worked on is acknowledged at once; where the work may fail
    /// after that, or the process end in the middle of it, let the claim and the work's result share a transaction.
    ///
    /// - Returns: The status that acknowledges an event or a copy; that of a refusal; 413 for a body that is too large.
    /// - Throws: ``WebhookError/undecodable(_:)``, and what the store or the work throws: answer with 500 then.
    nonisolated(nonsending) public func process(
        body: some Collection<UInt8>,
        headers: HTTPFields,
        store: any DeduplicationStore,
        _ work: nonisolated(nonsending) (WebhookDelivery<ReceivedEvent>) async throws -> Void
    ) async throws -> Int {
        let acknowledgement = receiver.verifier.definition.acknowledgement
        let outcome: WebhookOutcome<ReceivedEvent>
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
            let key = receiver.key(delivery.id)
            await Task { try? await store.release(key) }.value
            throw error
        }
        return acknowledgement.status
    }

    /// Takes a request, works on its event unless it is a copy, and tells what to answer.
    ///
    /// As ``process(body:headers:store:_:)`` with `HTTPFields`; header fields may come in any order and any case.
    ///
    /// - Returns: The status to answer with.
    /// - Throws: ``WebhookError/undecodable(_:)``, and what the store or the work throws: answer with 500 then.
    nonisolated(nonsending) public func process(
        body: some Collection<UInt8>,
        headers: some Sequence<(name: String, value: String)>,
        store: any DeduplicationStore,
        _ work: nonisolated(nonsending) (WebhookDelivery<ReceivedEvent>) async throws -> Void
    ) async throws -> Int {
        try await process(body: body, headers: HTTPFields(pairs: headers), store: store, work)
    }
}

extension HTTPFields {
    /// Header fields of pairs; a pair whose name is no name of a field is left out.
    fileprivate init(pairs: some Sequence<(name: String, value: String)>) {
        self.init()
        for (name, value) in pairs {
            if let name = HeaderRule.name(name) { append(HTTPField(name: name, value: value)) }
        }
    }
}
