/// What the control route is asked to deliver.
struct DeliveryOrder: Sendable, Hashable {
    /// How many copies one order may ask for.
    static let mostTimes = 1000

    var webhook: String
    var example: String
    var address: WebhookAddress
    /// How many copies are sent, one after the other: the same bytes under the same id.
    var times = 1
    var tampering: WebhookTampering?
    /// The event's id, in place of the example's.
    var id: String?
}
