/// The values of the placeholders of what is signed.
struct WebhookSignedValues {
    /// The body's bytes, as they came.
    var body: [UInt8]
    /// The timestamp as it came.
    var timestamp: String?
    /// The id of the delivery.
    var id: String?
    /// The URL that the service calls, character by character.
    var url: String?
}
