import Foundation

/// The same parcels by hand, with the compiler's Codable.
struct CodablePage: Codable {
    var parcels: [CodableParcel]
}

struct CodableParcel: Codable {
    enum State: String, Codable { case waiting, moving, delivered }
    enum Service: String, Codable { case standard, express }

    struct Sender: Codable {
        var id: Int
        var name: String
        var country: String
        var contact: String
    }

    enum CodingKeys: String, CodingKey {
        case id
        case trackingNumber = "tracking_number"
        case recipientName = "recipient_name"
        case recipientPhone = "recipient_phone"
        case recipientEmail = "recipient_email"
        case street, city, note
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case deliveredAt = "delivered_at"
        case state, service, weight
        case isInsured = "is_insured"
        case attempts
        case valueInCents = "value_in_cents"
        case returnOf = "return_of"
        case tags, sender
    }

    var id: String
    var trackingNumber: String
    var recipientName: String
    var recipientPhone: String?
    var recipientEmail: String?
    var street: String
    var city: String
    var note: String?
    var createdAt: Date
    var updatedAt: Date
    var deliveredAt: Date?
    var state: State
    var service: Service
    var weight: Double
    var isInsured: Bool
    var attempts: Int
    var valueInCents: Int
    var returnOf: String?
    var tags: [String]
    var sender: Sender
}
