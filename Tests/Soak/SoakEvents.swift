import Logging
import Simpu
import WaybillWebhooks

/// Events that a service sends beside the calls, each of them twice; the work on one in twenty fails the first time.
struct SoakEvents: Sendable {
    private struct WorkFailed: Error {}

    private let webhook: SimpuWebhook
    // Small enough that it is full, and no longer grows, within the first minutes; it says so each minute.
    private let store = InMemoryDeduplicationStore(
        capacity: 1_000,
        logger: Logger(label: "soak") { _ in SwiftLogNoOpLogHandler() }
    )

    init() throws {
        webhook = try SimpuWebhook(secrets: ["soak-webhook-secret-1"])
    }

    /// Sends an event until it is acknowledged, and once more; tells whether it was worked on exactly once.
    func send(_ number: Int) async -> Bool {
        let text = #"{"type":"text.delivered","id":"evt_\#(number)","data":{"object":{"id":"t\#(number)"}}}"#
        let body = Array(text.utf8)
        let headers = webhook.sign(body: body)
        var works = 0
        var failures = number % 20 == 0 ? 1 : 0
        var acknowledged = 0
        for _ in 0..<4 where acknowledged < 2 {
            let status = try? await webhook.process(body: body, headers: headers, store: store) { _ in
                failures -= 1
                if failures >= 0 { throw WorkFailed() }
                works += 1
            }
            if status == 200 { acknowledged += 1 }
        }
        return works == 1 && acknowledged == 2
    }
}
