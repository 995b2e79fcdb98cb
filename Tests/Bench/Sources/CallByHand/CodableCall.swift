public import AsyncHTTPClient
import Foundation
import NIOCore
import NIOFoundationCompat

/// The call as it is written by hand: Codable over AsyncHTTPClient, without retries.
public enum CodableCall {
    private struct Body: Encodable {
        enum CodingKeys: String, CodingKey {
            case deviceID = "device_id"
            case templateID = "template_id"
            case phone, variables, async
        }

        let deviceID: Int
        let templateID: Int
        let phone: String
        let variables: [String: String]
        let async: Bool
    }

    private struct Answer: Decodable {
        struct Sent: Decodable {
            enum CodingKeys: String, CodingKey {
                case status, phone
                case trackingID = "tracking_id"
                case deviceID = "device_id"
                case templateID = "template_id"
                case variantIndex = "variant_index"
                case messageID = "wa_message_id"
                case sentAt = "sent_at"
            }

            let status: String
            let phone: String
            let trackingID: String
            let deviceID: Int
            let templateID: Int
            let variantIndex: Int
            let messageID: String?
            let sentAt: String
        }

        let success: Bool
        let data: Sent
    }

    /// Sends the message, and tells how long its id is.
    public static func send(_ http: HTTPClient, _ url: String) async throws -> Int {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let body = Body(
            deviceID: 1,
            templateID: 12,
            phone: "+8801617738431",
            variables: ["name": "Kazi", "dist": "Dhaka"],
            async: false
        )
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers.add(name: "Authorization", value: "Bearer walk_live_x")
        request.headers.add(name: "Content-Type", value: "application/json")
        request.headers.add(name: "Accept", value: "application/json")
        request.headers.add(name: "User-Agent", value: "walinko-swift/1.0")
        request.headers.add(name: "Idempotency-Key", value: "walinko-swift-\(UUID().uuidString.lowercased())")
        request.body = .bytes(ByteBuffer(bytes: try encoder.encode(body)))
        let response = try await http.execute(request, timeout: .seconds(30))
        let bytes = try await response.body.collect(upTo: 1 << 20)
        guard response.status == .ok else { throw URLError(.badServerResponse) }
        return try JSONDecoder().decode(Answer.self, from: bytes).data.trackingID.utf8.count
    }
}
