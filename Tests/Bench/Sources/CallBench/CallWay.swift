import AsyncHTTPClient
import CallByHand
import Foundation
import HTTPTypes
import NIOCore
import NIOFoundationCompat
import Walinko
import WaybillTransport

/// The ways to make the same call.
enum CallWay: String, CaseIterable {
    /// AsyncHTTPClient, and nothing that knows what is sent.
    case bare
    /// This project's transport, and nothing above it.
    case transport
    /// AsyncHTTPClient with the compiler's Codable.
    case codable
    /// The generated client.
    case client

    /// What makes one call; its result is of no use, but that it comes of the answer.
    func caller(port: Int, connections: Int) throws -> @Sendable () async throws -> Int {
        let url = "http://127.0.0.1:\(port)"
        let path = "\(url)/api/v1/public/messages"
        var configuration = HTTPClient.Configuration()
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = connections
        switch self {
        case .bare:
            let http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
            return {
                var request = HTTPClientRequest(url: path)
                request.method = .POST
                for (name, value) in Self.headers { request.headers.add(name: name, value: value) }
                request.body = .bytes(ByteBuffer(bytes: Self.body))
                let response = try await http.execute(request, timeout: .seconds(30))
                return try await response.body.collect(upTo: 1 << 20).readableBytes
            }
        case .transport:
            let transport = DefaultTransport.shared
            return {
                var headers = HTTPFields()
                for (name, value) in Self.headers {
                    if let name = HTTPField.Name(name) { headers.append(HTTPField(name: name, value: value)) }
                }
                let request = TransportRequest(method: .post, url: path, headers: headers, body: Self.body)
                return try await transport.send(request).body.count
            }
        case .codable:
            let http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
            return { try await CodableCall.send(http, path) }
        case .client:
            let client = try WalinkoClient(apiKey: "walk_live_x", configuration: ClientConfiguration(baseURL: url))
            return {
                let sent = try await client.messages.send(
                    deviceID: 1,
                    templateID: 12,
                    phone: "+8801617738431",
                    variables: ["name": "Kazi", "dist": "Dhaka"]
                )
                return sent.value.trackingID.utf8.count
            }
        }
    }

    private static let headers = [
        ("Authorization", "Bearer walk_live_x"), ("Content-Type", "application/json"), ("Accept", "application/json"),
        ("User-Agent", "walinko-swift/1.0"), ("Idempotency-Key", "walinko-swift-0b6a2f3e-8a55-4f9e-9f0e-5b1c2d3e4f50"),
    ]

    private static let body = Array(
        #"{"device_id":1,"template_id":12,"phone":"+8801617738431","variables":{"dist":"Dhaka","name":"Kazi"},"async":false}"#
            .utf8
    )
}
