/// What the control route is asked to deliver.
struct DeliveryOrder: Sendable, Hashable {
    /// How many copies one order may ask for.
    static let mostTimes = 1000

    var webhook: String
    /// The name of what is delivered; empty for a challenge.
    var example: String
    var address: WebhookAddress
    /// How many copies are sent, one after the other: the same bytes under the same id.
    var times = 1
    var tampering: WebhookTampering?
    /// The text of a challenge, which is made in place of a delivery.
    var challenge: String?
    /// The event's id, in place of the example's.
    var id: String?

    /// What is sent, in a word.
    var name: String { challenge == nil ? example : "challenge" }
}
