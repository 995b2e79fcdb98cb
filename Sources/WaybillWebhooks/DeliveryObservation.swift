import WaybillRuntime

/// Tells a webhook's observers what becomes of one request.
struct DeliveryObservation: Sendable {
    private let verifier: WebhookVerifier
    private let delivery: ObservedDelivery
    private let start: Duration

    /// Begins to tell; nil where nobody listens.
    init?(by verifier: WebhookVerifier) {
        if verifier.observers.isEmpty { return nil }
        self.verifier = verifier
        delivery = ObservedDelivery(webhook: verifier.definition.name)
        start = verifier.clock.uptime()
        for observer in verifier.observers { observer.deliveryBegan(delivery) }
    }

    /// Tells what became of a request that held.
    func ended<Event: ReceivableEvent>(
        _ outcome: ObservedDeliveryResult.Outcome,
        status: Int? = nil,
        _ delivery: WebhookDelivery<Event>?
    ) {
        ended(
            ObservedDeliveryResult(
                outcome: outcome,
                duration: verifier.clock.uptime() - start,
                status: status,
                isRecognized: delivery?.event.isRecognized ?? false,
                unreadCount: delivery?.unread.count ?? 0
            )
        )
    }

    /// Tells of a request that is no delivery.
    func ended(_ error: WebhookError) {
        let outcome: ObservedDeliveryResult.Outcome =
            switch error {
            case .refused: .refused
            case .tooLarge: .tooLarge
            }
        ended(
            ObservedDeliveryResult(
                outcome: outcome,
                duration: verifier.clock.uptime() - start,
                status: verifier.definition.acknowledgement.status(for: error),
                isRecognized: false
            )
        )
    }

    private func ended(_ result: ObservedDeliveryResult) {
        for observer in verifier.observers { observer.deliveryEnded(result, of: delivery) }
    }
}
