import Comparison
import Depot
@_spi(Generated) import Pipeline
@_spi(Generated) import WaybillJSON
@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillWebhooks

@testable import Sandbox

/// The deliveries of a new version's sandbox, as the deployed receiver takes them.
struct WebhookWitness {
    private static let secret = "whsec_test"

    /// What the receiver finds in the deliveries of the version that it was made for.
    private static let base = Result {
        try Corpus.baseAPI.get().webhooks.first.map { try received($0, alias: 0).seen } ?? []
    }

    let new: ResolvedAPI

    func observations() throws -> [WireObservation] {
        guard let after = new.webhooks.first else { return [.breaks("nothing is delivered any more")] }
        let known = try Self.base.get()
        return try (0..<3).flatMap { alias in
            let (seen, faults) = try Self.received(after, alias: alias)
            let lost = WireObservation.lost(known, seen, "the event")
            let isNoneLeft = !faults.contains { $0.verdict == .breaks } && seen.isDisjoint(with: known)
            return faults + lost + (isNoneLeft ? [.breaks("no event is recognised")] : [])
        } + acknowledgements(after.definition.acknowledgement)
    }

    private static func received(
        _ webhook: ResolvedWebhook,
        alias: Int
    ) throws -> (seen: Set<String>, faults: [WireObservation]) {
        let scheme = webhook.definition.scheme
        let keys = WebhookKeySet.signing(webhook, with: scheme.exampleKey ?? secret)
        let signer = try WebhookSigner(webhook, keys, url: "https://depot.example/hooks")
        var clock = RuntimeClock.system
        clock.now = { .seconds(DeployedClient.seconds) }
        let receiver = try DepotWebhook(secrets: [secret], configuration: WebhookConfiguration(clock: clock))
        var (seen, faults) = (Set<String>(), [WireObservation]())
        for (body, type) in bodies(of: webhook, alias: alias) {
            let text = String(decoding: body, as: UTF8.self)
            let message = try signer.message(body: body, type: type, at: DeployedClient.seconds)
            do {
                let delivery = try receiver.receive(body: message.body, headers: message.headers)
                seen.formUnion(SeenPlaces.of(delivery.event).filter { !$0.hasPrefix(".unrecognized") })
                faults += delivery.unread.map { .changes("\($0) of \(text)") }
                if let reason = delivery.event.unrecognizedEvent?.reason {
                    faults.append(.breaks("the event cannot be read, \(reason): \(text)"))
                }
            } catch {
                faults.append(.breaks("\(error): \(text)"))
            }
        }
        return (seen, faults)
    }

    /// The examples with their types, and what else the event's type allows.
    private static func bodies(of webhook: ResolvedWebhook, alias: Int) -> [(body: [UInt8], type: String?)] {
        let examples = webhook.examples.map { (body: Array($0.body.utf8), type: $0.type) }
        if webhook.definition.body == .form || webhook.isBatch || webhook.definition.typeHeader != nil {
            return examples
        }
        let made = ValueSamples(alias: alias).of(webhook.event).map { value in
            var value = value
            if case .field(let path) = webhook.definition.deduplication {
                DottedPath(path).set("e1", in: &value)
            }
            return (body: value.serialized(), type: String?.none)
        }
        return examples + made
    }

    /// What the deployed receiver answers with, and new ones do not.
    private func acknowledgements(_ new: WebhookAcknowledgement) -> [WireObservation] {
        let old = DepotWebhook.acknowledgement
        guard new.isAcknowledged(by: old.status) else { return [.breaks("\(old.status) acknowledges nothing")] }
        let isSame = (old.status, old.refusal, old.busy) == (new.status, new.refusal, new.busy)
        return isSame ? [] : [.changes("new receivers answer with other statuses")]
    }
}
