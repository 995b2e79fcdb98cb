import WaybillRuntime

extension WebhookReceiver {
    /// Claims an event and works on it in one transaction; tells what became of it and what to answer for it.
    nonisolated(nonsending) func process<Store: TransactionalStore>(
        _ delivery: WebhookDelivery<Event>,
        in store: Store,
        _ work: nonisolated(nonsending) (WebhookDelivery<Event>, Store.Transaction) async throws -> Void
    ) async throws -> (ObservedDeliveryResult.Outcome, status: Int) {
        let definition = verifier.definition
        let result = try await store.withTransaction { transaction in
            let result = try await store.claim(delivery.key, keepFor: definition.keepFor, in: transaction)
            if result == .claimed { try await work(delivery, transaction) }
            return result
        }
        switch result {
        case .claimed: return (.worked, definition.acknowledgement.status)
        case .done: return (.duplicate, definition.acknowledgement.status)
        case .busy: return (.busy, definition.acknowledgement.busy)
        }
    }
}
