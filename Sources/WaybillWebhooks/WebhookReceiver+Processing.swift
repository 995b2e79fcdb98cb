import WaybillRuntime

extension WebhookReceiver {
    /// Claims an event, works on it and completes it; tells what became of it and what to answer for it.
    nonisolated(nonsending) func process(
        _ delivery: WebhookDelivery<Event>,
        _ store: any DeduplicationStore,
        _ lease: Duration,
        _ work: nonisolated(nonsending) (WebhookDelivery<Event>) async throws -> Void
    ) async throws -> (ObservedDeliveryResult.Outcome, status: Int) {
        let acknowledgement = verifier.definition.acknowledgement
        let claim = WebhookClaim(on: delivery.key, in: store, by: verifier)
        switch try await claim.take(lease: lease) {
        case .done: return (.duplicate, acknowledgement.status)
        case .busy: return (.busy, acknowledgement.busy)
        case .claimed: break
        }
        do {
            try await work(delivery)
        } catch {
            await claim.release()
            throw error
        }
        try await claim.complete()
        return (.worked, acknowledgement.status)
    }
}
