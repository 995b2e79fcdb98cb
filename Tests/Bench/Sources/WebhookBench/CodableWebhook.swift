import Crypto
import Foundation
import HTTPTypes

/// The same webhook by hand, with Swift Crypto, the compiler's Codable and Foundation's times.
struct CodableWebhook {
    struct Event: Decodable {
        enum Kind: String, Decodable {
            case textDelivered = "TEXT_DELIVERED"
            case textUndelivered = "TEXT_UNDELIVERED"
        }

        struct Contents: Decodable {
            var object: Text
        }

        var id: String
        var type: Kind
        var timestamp: String
        var data: Contents
    }

    struct Text: Decodable {
        enum Status: String, Decodable { case delivered, undelivered, clicked }

        enum CodingKeys: String, CodingKey {
            case object, id
            case organisationID = "organisation_id"
            case recipient
            case senderID = "sender_id"
            case externalRef = "external_ref"
            case status, reason, link
            case createdDatetime = "created_datetime"
        }

        var object: String?
        var id: String?
        var organisationID: String?
        var recipient: String?
        var senderID: String?
        var externalRef: String?
        var status: Status?
        var reason: String?
        var link: String?
        var createdDatetime: Date?
    }

    private struct Refused: Error {}

    private static let english: Date.FormatString = """
        \(month: .abbreviated) \(day: .defaultDigits), \(year: .defaultDigits), \
        \(hour: .defaultDigits(clock: .twelveHour, hourCycle: .oneBased)):\(minute: .twoDigits):\(second: .twoDigits) \
        \(dayPeriod: .standard(.abbreviated))
        """

    private let key: SymmetricKey
    private let times = Date.ParseStrategy(
        format: english,
        locale: Locale(identifier: "en_US_POSIX"),
        timeZone: .gmt
    )
    private let decoder = JSONDecoder()
    private let name = HTTPField.Name("x-simpu-webhook-signature")

    init(secret: String) {
        key = SymmetricKey(data: Data(secret.utf8))
        let style = Date.ISO8601FormatStyle().year().month().day().time(includingFractionalSeconds: true)
        decoder.dateDecodingStrategy = .custom {
            try Date($0.singleValueContainer().decode(String.self), strategy: style)
        }
    }

    func isGenuine(_ body: [UInt8], _ headers: HTTPFields) -> Bool {
        guard let name, let text = headers[name], let code = Data(base64Encoded: text) else { return false }
        return HMAC<SHA512>.isValidAuthenticationCode(code, authenticating: body, using: key)
    }

    func event(_ body: [UInt8], _ headers: HTTPFields) throws -> (event: Event, time: Date) {
        guard isGenuine(body, headers) else { throw Refused() }
        let event = try decoder.decode(Event.self, from: Data(body))
        return (event, try Date(event.timestamp, strategy: times))
    }
}
