public import HTTPTypes
@_spi(Generated) import WaybillRuntime

/// Receives one kind of webhook: tells who made a request and reads its event.
///
/// Generated webhooks conform. Hand over the body's bytes as they came, before a framework reads JSON out of them.
public protocol APIWebhook: Sendable {
    /// What the service tells.
    associatedtype ReceivedEvent: ReceivableEvent

    /// What the webhook is made of.
    var receiver: WebhookReceiver<ReceivedEvent> { get }
}

extension APIWebhook {
    /// Verifies a request, and then reads its event.
    ///
    /// A request that holds is always delivered: an event that cannot be read comes as an ``UnrecognizedEvent``, with its JSON and
    /// the reason.
    ///
    /// - Throws: ``WebhookError``: `.refused` where the signature does not hold, nothing having been read.
    public func receive(
        body: some Collection<UInt8>,
        headers: HTTPFields
    ) throws(WebhookError) -> WebhookDelivery<ReceivedEvent> {
        // Taken once: outside its module each `receiver` is a copy.
        let receiver = receiver
        let observation = DeliveryObservation(by: receiver.verifier)
        do {
            let delivery = try receiver.delivery(body, headers)
            observation?.ended(.received, delivery)
            return delivery
        } catch {
            observation?.ended(error)
            throw error
        }
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
}

extension HTTPFields {
    /// Header fields of pairs; a pair whose name is no name of a field is left out.
    init(pairs: some Sequence<(name: String, value: String)>) {
        self.init()
        for (name, value) in pairs {
            if let name = HeaderRule.name(name) { append(HTTPField(name: name, value: value)) }
        }
    }
}
