import Foundation
@_spi(Generated) import Simpu

/// Receives an event so many times.
///
/// `WebhookBench verify|read waybill|foundation ROUNDS`: `verify` has a body of 1 KiB and looks at its signature alone; `read` has an
/// event of the service.
@main
struct WebhookBench {
    private static let secret = "simpu-bench-secret"

    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.count == 3, let work = arguments.first, let rounds = Int(arguments[3]) else { throw Usage() }
        let webhook = try SimpuWebhook(secrets: [secret])
        let peer = CodableWebhook(secret: secret)
        let body = work == "verify" ? EventText.padded(to: 1_024) : EventText.event
        let headers = webhook.sign(body: body)
        var total = 0
        switch (work, arguments[2]) {
        case ("verify", "waybill"):
            for _ in 0..<rounds {
                total += try webhook.receiver.verifier.verify(body: body, headers: headers).body.count
            }
        case ("verify", "foundation"):
            for _ in 0..<rounds { total += peer.isGenuine(body, headers) ? 1 : 0 }
        case ("read", "waybill"):
            for _ in 0..<rounds {
                let delivery = try webhook.receive(body: body, headers: headers)
                guard case .textDelivered(let text) = delivery.event else { throw Usage() }
                total += (text.recipient?.utf8.count ?? 0) + delivery.id.utf8.count
                total += delivery.timestamp.map { Int($0.timeIntervalSince1970) % 100 } ?? 0
            }
        case ("read", "foundation"):
            for _ in 0..<rounds {
                let (event, time) = try peer.event(body, headers)
                total += (event.data.object.recipient?.utf8.count ?? 0) + event.id.utf8.count
                total += Int(time.timeIntervalSince1970) % 100
            }
        default: throw Usage()
        }
        print(total)
    }

    private struct Usage: Error {}
}
