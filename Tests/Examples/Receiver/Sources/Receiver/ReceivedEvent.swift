import Connectly
import Simpu

/// An event of either service.
enum ReceivedEvent: Sendable {
    case connectly(WebhookDelivery<ConnectlyEvent>)
    case simpu(WebhookDelivery<SimpuEvent>)

    /// What copies of the event are known by.
    var id: String {
        switch self {
        case .connectly(let delivery): delivery.id
        case .simpu(let delivery): delivery.id
        }
    }

    /// The position of the secret that it was signed with.
    var matchedSecret: Int {
        switch self {
        case .connectly(let delivery): delivery.matchedSecret
        case .simpu(let delivery): delivery.matchedSecret
        }
    }

    /// What happened, in words.
    var sentence: String {
        switch self {
        case .connectly(let delivery): Self.sentence(delivery.event)
        case .simpu(let delivery): Self.sentence(delivery.event)
        }
    }

    private static func sentence(_ event: ConnectlyEvent) -> String {
        switch event {
        case .message(let message): "\(message.sender?.name ?? "A customer") wrote: \(message.content.text ?? "a file")"
        case .deliveryStatus(let change): "Message \(change.update.id) is \(change.update.status)"
        case .report(let notice): "Report \(notice.report.name ?? "") is ready"
        case .unrecognized(let event): "Connectly sent \(sentence(event))"
        @unknown default: "Connectly sent something new"
        }
    }

    private static func sentence(_ event: SimpuEvent) -> String {
        switch event {
        case .airtimeSuccess(let airtime): "Airtime for \(airtime.recipient ?? "?") was bought"
        case .airtimeFailed(let airtime), .airtimeDuplicate(let airtime), .airtimeError(let airtime):
            "Airtime for \(airtime.recipient ?? "?") was not bought: \(airtime.status?.rawValue ?? "?")"
        case .textDelivered(let text), .textUndelivered(let text), .textClicked(let text):
            "Text to \(text.recipient ?? "?") was \(text.status?.rawValue ?? "?")"
        case .emailDelivered(let email), .emailBounced(let email), .emailOpened(let email), .emailClicked(let email):
            "E-mail to \(email.recipient ?? "?") was \(email.status?.rawValue ?? "?")"
        case .unrecognized(let event): "Simpu sent \(sentence(event))"
        @unknown default: "Simpu sent something new"
        }
    }

    private static func sentence(_ event: UnrecognizedEvent) -> String {
        let type = event.type ?? "an event without a type"
        return event.reason.map { "\(type), which cannot be read: \($0)" } ?? "something new: \(type)"
    }
}
