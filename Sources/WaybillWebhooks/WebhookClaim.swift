import Logging
import WaybillRuntime

/// One delivery's claim on its event, in a store that may fail at any step.
struct WebhookClaim: Sendable {
    private let key: String
    private let store: any DeduplicationStore
    private let webhook: String
    private let keepFor: Duration
    private let logger: Logger
    private let id: ClaimID

    init(on key: String, in store: any DeduplicationStore, by verifier: WebhookVerifier) {
        self.key = key
        self.store = store
        webhook = verifier.definition.name
        keepFor = verifier.definition.keepFor
        logger = verifier.logger
        id = ClaimID(clock: verifier.clock)
    }

    /// - Throws: What the store throws twice.
    func take(lease: Duration) async throws -> ClaimResult {
        try await Self.twice { try await store.claim(key, as: id, lease: lease) }
    }

    /// Records that the work is done; a log line tells where another may have done it too.
    ///
    /// - Throws: What the store throws twice: where it shares a transaction with the work, the work may be undone.
    func complete() async throws {
        let isHeld = try await shielded { try await store.complete(key, id, keepFor: keepFor) }
        if isHeld { return }
        logger.warning(
            "[webhooks] \(webhook): the lease had ended before the work was done; it may be done twice",
            metadata: ["waybill.webhook": "\(webhook)", "error.type": "lease_ended"]
        )
    }

    /// Gives the event back; where the store cannot, the lease ends by itself.
    func release() async {
        do {
            try await shielded { try await store.release(key, id) }
        } catch {
            // Its kind only: an error of a database may quote keys and addresses.
            let kind = type(of: error)
            logger.error(
                "[webhooks] \(webhook): a claim was not released (\(kind)); copies wait until its lease ends",
                metadata: ["waybill.webhook": "\(webhook)", "error.type": "claim_not_released"]
            )
        }
    }

    /// Runs a step in a task of its own, which the cancellation of the present one does not reach.
    private func shielded<Value: Sendable>(
        _ step: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try await Task { try await Self.twice(step) }.value
    }

    /// Runs a step once more where it throws: it may have been taken, and its answer lost.
    private static func twice<Value>(_ step: () async throws -> Value) async throws -> Value {
        do {
            return try await step()
        } catch {
            return try await step()
        }
    }
}
