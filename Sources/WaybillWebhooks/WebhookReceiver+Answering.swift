import HTTPTypes
import WaybillRuntime

extension WebhookReceiver {
    /// What became of an event, and what to answer for it.
    typealias Outcome = (ObservedDeliveryResult.Outcome, status: Int)

    /// Verifies a request, has its event worked on, and tells the observers and what to answer.
    nonisolated(nonsending) func answer(
        _ body: some Collection<UInt8>,
        _ headers: HTTPFields,
        _ work: nonisolated(nonsending) (WebhookDelivery<Event>) async throws -> Outcome
    ) async throws -> Int {
        let observation = DeliveryObservation(by: verifier)
        let delivery: WebhookDelivery<Event>
        do throws(WebhookError) {
            delivery = try self.delivery(body, headers)
        } catch {
            observation?.ended(error)
            return verifier.definition.acknowledgement.status(for: error)
        }
        do {
            let (outcome, status) = try await work(delivery)
            observation?.ended(outcome, status: status, delivery)
            return status
        } catch {
            observation?.ended(.failed, delivery)
            throw error
        }
    }

    /// As `answer`, for a body of several events: each of them has its turn, also after one that failed.
    ///
    /// - Throws: What was thrown first.
    nonisolated(nonsending) func answerEach(
        _ body: some Collection<UInt8>,
        _ headers: HTTPFields,
        _ work: nonisolated(nonsending) (WebhookDelivery<Event>) async throws -> Outcome
    ) async throws -> Int {
        let acknowledgement = verifier.definition.acknowledgement
        let deliveries: [WebhookDelivery<Event>]
        do throws(WebhookError) {
            deliveries = try self.deliveries(body, headers)
        } catch {
            DeliveryObservation(by: verifier)?.ended(error)
            return acknowledgement.status(for: error)
        }
        var failure: (any Error)?
        var isBusy = false
        for delivery in deliveries {
            let observation = DeliveryObservation(by: verifier)
            do {
                let (outcome, status) = try await work(delivery)
                observation?.ended(outcome, status: status, delivery)
                if case .busy = outcome { isBusy = true }
            } catch {
                observation?.ended(.failed, delivery)
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
        return isBusy ? acknowledgement.busy : acknowledgement.status
    }
}
