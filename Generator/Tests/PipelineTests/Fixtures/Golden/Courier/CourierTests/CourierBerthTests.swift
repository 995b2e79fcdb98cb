import Courier
import Foundation
import HTTPTypes
import TestSupport
import Testing
import WaybillTesting

/// Clients that ask for tokens with header fields, with a body and without one.
@Suite struct CourierBerthTests {
    private let clock = ManualClock(now: .seconds(1_700_000_000), sleeping: .atOnce(below: .seconds(5)))
    private static let berth = StubAnswer.json(200, #"{"result":{"id":"b1"}}"#)

    private func configuration(_ stub: StubTransport) -> ClientConfiguration {
        ClientConfiguration(transport: stub, clock: clock.runtime)
    }

    @Test("a JSON Web Token in Authorization, another for each attempt, and no body")
    func app() async throws {
        let given = #"{"token":"abc","expires_at":"2023-11-14T23:13:20Z"}"#
        let stub = StubTransport(.status(503), .json(201, given), Self.berth)
        let client = try HarbourClient(
            appID: "a1",
            pier: "north 1",
            appKey: PublishedKeys.p256,
            configuration: configuration(stub)
        )
        _ = try await client.berths.fetch("b1")
        let asked = stub.requests.prefix(2)
        for request in asked {
            #expect(request.method == .post)
            #expect(request.url == "https://harbours.courier.example/piers/north%201/tokens")
            #expect(request.body == nil && request.header("Content-Type") == nil)
            #expect(request.header("Accept") == "application/vnd.harbour+json")
            #expect(request.header("X-Harbour-Version") == "2")
        }
        let fields = asked.compactMap { $0.header("Authorization") }
        #expect(fields.allSatisfy { $0.hasPrefix("Bearer eyJ") } && Set(fields).count == 2)
        #expect(try claims(fields[0]).hasPrefix(#"{"iss":"a1","jti":""#))
        let call = try #require(stub.requests.last)
        #expect(call.header("Authorization") == "Bearer abc" && call.header("X-Harbour-Version") == nil)
    }

    /// The claims of a token behind `Bearer`.
    private func claims(_ field: String) throws -> String {
        let part = try #require(field.split(separator: ".").dropFirst().first)
        let text = part.replacing("-", with: "+").replacing("_", with: "/")
        let bytes = Data(base64Encoded: text + String(repeating: "=", count: (4 - text.count % 4) % 4))
        return String(decoding: try #require(bytes), as: UTF8.self)
    }

    @Test("keys in header fields beside a body; one of which nothing is given is left out")
    func tug() async throws {
        let token = #"{"access_token":"abc"}"#
        for (port, field) in [("", nil), ("kiel", "port kiel")] {
            let stub = StubTransport(.json(200, token), Self.berth)
            let client = try HarbourClient(tugKey: "key_1", port: port, configuration: configuration(stub))
            _ = try await client.berths.fetch("b1")
            let request = try #require(stub.requests.first)
            #expect(request.header("X-Tug-Key") == "key_1" && request.header("X-Tug-Port") == field)
            #expect(request.text == #"{"scope":"berths"}"# && request.header("Content-Type") == "application/json")
            #expect(request.header("Accept") == "application/json" && request.header("Authorization") == nil)
        }
    }

    @Test("a credential that cannot stand in a header field makes no client", arguments: [" key_1", "key_1\t"])
    func noHeader(key: String) {
        let error = #expect(throws: ConfigurationError.self) { try HarbourClient(tugKey: key) }
        #expect(error?.option == "tugKey")
    }
}
