/// A webhook's request, as observers know it.
public struct ObservedDelivery: Sendable, Hashable {
    /// Tells deliveries of one process apart.
    public let id: ObservationID

    /// The webhook's name, such as `CourierWebhook`.
    public let webhook: String

    /// Makes a delivery, for tests of observers.
    public init(id: ObservationID = .next(), webhook: String) {
        self.id = id
        self.webhook = webhook
    }
}
