public import HTTPTypes
import WaybillRuntime

/// Receives one kind of webhook whose body has several events: tells who made a request and reads each of them.
///
/// Generated webhooks conform. Each event is a delivery of its own: it has its own id, is claimed and worked on by itself,
/// and one that cannot be read comes as an ``UnrecognizedEvent`` while the others are read.
public protocol APIBatchWebhook: Sendable {
    /// What the service tells.
    associatedtype ReceivedEvent: ReceivableEvent

    /// What the webhook is made of.
    var receiver: WebhookReceiver<ReceivedEvent> { get }
}

extension APIBatchWebhook {
    /// Verifies a request, and then reads its events, in the order of the body.
    ///
    /// A body in which no list of events can be found is one delivery, of an ``UnrecognizedEvent`` with the reason; so is one
    /// that is no JSON, or that names a key twice.
    ///
    /// - Throws: ``WebhookError``: `.refused` where the signature does not hold, nothing having been read.
    public func receive(
        body: some Collection<UInt8>,
        headers: HTTPFields
    ) throws(WebhookError) -> [WebhookDelivery<ReceivedEvent>] {
        do {
            let deliveries = try receiver.deliveries(body, headers)
            for delivery in deliveries { DeliveryObservation(by: receiver.verifier)?.ended(.received, delivery) }
            return deliveries
        } catch {
            DeliveryObservation(by: receiver.verifier)?.ended(error)
            throw error
        }
    }

    /// Verifies a request, and then reads its events.
    ///
    /// Header fields may come in any order and any case.
    ///
    /// - Throws: ``WebhookError``: `.refused` where the signature does not hold, nothing having been read.
    public func receive(
        body: some Collection<UInt8>,
        headers: some Sequence<(name: String, value: String)>
    ) throws(WebhookError) -> [WebhookDelivery<ReceivedEvent>] {
        try receive(body: body, headers: HTTPFields(pairs: headers))
    }

    /// Takes a request, works on each of its events unless it is a copy, and tells what to answer.
    ///
    /// The events are claimed, worked on and completed one after the other, in the order of the body. Work that throws
    /// releases its claim, and the events after it are worked on all the same. The request is acknowledged only where all
    /// of its events are done; where one is not, the service sends the whole body again, and then those that are done are known
    /// as copies: nothing is lost, and nothing is done twice.
    ///
    /// - Parameters:
    ///   - body: The body's bytes, as they came.
    ///   - headers: All header fields of the request.
    ///   - store: Where claims are kept, shared by everybody who takes this service's webhooks.
    ///   - lease: How long the work on one event may last before a copy of it is worked on.
    ///   - work: What is done with an event.
    /// - Returns: The status that acknowledges the events; that of a copy where one of them is being worked on elsewhere; that
    ///   of a refusal; 413 for a body that is too large.
    /// - Throws: What the store or the work threw first, once all events have had their turn: answer with 500 then.
    ///   ``ConfigurationError`` for a lease that is not longer than nothing.
    nonisolated(nonsending) public func process(
        body: some Collection<UInt8>,
        headers: HTTPFields,
        store: any DeduplicationStore,
        lease: Duration = .seconds(60),
        _ work: nonisolated(nonsending) (WebhookDelivery<ReceivedEvent>) async throws -> Void
    ) async throws -> Int {
        guard lease > .zero else { throw ConfigurationError(option: "lease", reason: "must be more than zero") }
        return try await receiver.answerEach(body, headers) { try await receiver.process($0, store, lease, work) }
    }

    /// Takes a request, works on each of its events unless it is a copy, and tells what to answer.
    ///
    /// As ``process(body:headers:store:lease:_:)`` with `HTTPFields`; header fields may come in any order and any case.
    ///
    /// - Returns: The status to answer with.
    /// - Throws: What the store or the work threw first: answer with 500 then.
    nonisolated(nonsending) public func process(
        body: some Collection<UInt8>,
        headers: some Sequence<(name: String, value: String)>,
        store: any DeduplicationStore,
        lease: Duration = .seconds(60),
        _ work: nonisolated(nonsending) (WebhookDelivery<ReceivedEvent>) async throws -> Void
    ) async throws -> Int {
        try await process(body: body, headers: HTTPFields(pairs: headers), store: store, lease: lease, work)
    }
}
