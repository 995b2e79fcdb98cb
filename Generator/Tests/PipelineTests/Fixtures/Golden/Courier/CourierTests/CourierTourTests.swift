import Courier
import Foundation
import TestSupport
import Testing
import WaybillTesting

/// Clients that ask for tokens, each in its own way: what goes out for a token, and what goes out with it.
@Suite struct CourierTourTests {
    private let clock = ManualClock(sleeping: .atOnce(below: .seconds(5)), randomness: .fixed(0))

    /// A transport that gives a token, and then answers.
    private func stub(_ token: String, _ answers: StubAnswer...) -> StubTransport {
        StubTransport([.json(200, token)] + answers)
    }

    private static let tour = StubAnswer.json(200, #"{"result":{"id":"t1","stops":3}}"#)

    private func configuration(_ transport: StubTransport) -> ClientConfiguration {
        ClientConfiguration(transport: transport, clock: clock.runtime)
    }

    @Test("a form with Basic below the client's URL; the token goes out as Bearer")
    func form() async throws {
        let stub = stub(#"{"access_token":"abc","expires_in":60}"#, Self.tour, Self.tour)
        let client = try TourClient(clientID: "id", clientSecret: "s&p", configuration: configuration(stub))
        #expect(try await client.tours.fetch("t1").stops == 3)
        _ = try await client.tours.plan(stops: 2)
        #expect(stub.requests.map(\.url) == [
            "https://tours.courier.example/v1/oauth/token", "https://tours.courier.example/v1/tours/t1",
            "https://tours.courier.example/v1/tours",
        ])
        // id:s%26p
        #expect(stub.requests[0].header("Authorization") == "Basic aWQ6cyUyNnA=")
        #expect(stub.requests[0].text == "grant_type=client_credentials&scope=tours")
        #expect(stub.requests[1].header("Authorization") == "Bearer abc")
        #expect(stub.requests[2].header("Authorization") == "Bearer abc")
    }

    @Test("JSON at another host, whose address has a credential; the end is a time, the token stands deeper")
    func json() async throws {
        let answer = #"{"session":{"token":"abc","ends_at":"2025-06-15T15:10:00Z"}}"#
        let stub = stub(answer, Self.tour)
        let client = try PartnerClient(tenant: "a/b", user: "u\"", password: "p", configuration: configuration(stub))
        _ = try await client.tours.fetch("t1")
        let request = try #require(stub.requests.first)
        #expect(request.url == "https://login.courier.example/a%2Fb/sessions")
        #expect(request.text == #"{"user":"u\"","password":"p"}"#)
        #expect(request.header("Content-Type") == "application/json")
        #expect(request.header("Authorization") == nil)
        #expect(stub.requests[1].header("X-Session") == "abc")
    }

    @Test("another environment has its own address for tokens")
    func elsewhere() async throws {
        let stub = stub(#"{"session":{"token":"abc"}}"#, Self.tour)
        var configuration = configuration(stub)
        configuration.baseURL = "http://127.0.0.1:8080"
        configuration.tokenURL = "http://127.0.0.1:8080/t/sessions"
        let client = try PartnerClient(tenant: "t", user: "u", password: "p", configuration: configuration)
        _ = try await client.tours.fetch("t1")
        #expect(stub.requests.map(\.url) == ["http://127.0.0.1:8080/t/sessions", "http://127.0.0.1:8080/tours/t1"])
    }

    @Test("no token is an error of its own: nothing was sent")
    func refused() async throws {
        let stub = StubTransport(.json(401, #"{"error":"invalid_client"}"#))
        let client = try BikeClient(team: "red", apiKey: "key", configuration: configuration(stub))
        let error = await #expect(throws: CourierError.self) { try await client.tours.plan(stops: 1) }
        guard case .noToken(let failure)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.details.code == "invalid_client" && failure.delivery == .notSent)
        #expect(stub.requests.count == 1)
        #expect(stub.requests[0].text == "api_key=key")
    }

    @Test("what is kept holds no token, and goes out with a new one")
    func kept() async throws {
        let stub = stub(#"{"access_token":"canary"}"#, Self.tour, .json(201, #"{"result":{"id":"t2"}}"#))
        let client = try DroneClient(apiKey: "key", configuration: configuration(stub))
        _ = try await client.tours.fetch("t1")
        let filled = try client.fill(DroneClient.Tours.plan(stops: 3))
        #expect(try !String(decoding: filled.serialized(), as: UTF8.self).contains("canary"))
        let command = try client.curl(DroneClient.Tours.plan(stops: 3))
        #expect(!command.contains("canary") && command.contains("Authorization: Drone [REDACTED]"))
        _ = try await client.resend(filled, allowsDuplicate: true)
        #expect(stub.requests.last?.header("Authorization") == "Drone canary")
    }

    @Test("several windows of the rate are told, the tightest first of all")
    func rates() async throws {
        let stub = StubTransport(
            .json(200, #"{"access_token":"abc"}"#),
            .json(
                200,
                #"{"result":{"id":"t1"}}"#,
                headers: .pairs([
                    "X-Rate-Limit": "60", "X-Rate-Remaining": "50", "X-Rate-Reset": "30", "X-Month-Remaining": "7",
                    "RateLimit": "\"burst\";r=9;t=1",
                ])
            )
        )
        let client = try BikeClient(team: "red", apiKey: "key", configuration: configuration(stub))
        _ = try await client.tours.fetch("t1")
        #expect(client.lastRateLimit?.name == "month" && client.lastRateLimit?.remaining == 7)
        #expect(client.lastRateLimits.map(\.remaining) == [50, 7, 9])
        #expect(client.lastRateLimits[0].resetsAt == Date(timeIntervalSince1970: 1_750_000_030))
    }

    @Test("a version in the path and headers given once stand in every request, but not in those for tokens")
    func once() async throws {
        let stub = stub(#"{"access_token":"abc"}"#, Self.tour, Self.tour)
        let configuration = configuration(stub)
        let client = try BikeClient(version: "v3", team: "a b", apiKey: "key", configuration: configuration)
        _ = try await client.tours.fetch("t1")
        _ = try await client.tours.plan(stops: 1, options: CallOptions(headers: ["X-Edition": "2026-02"]))
        #expect(stub.requests[0].url == "https://bikes.courier.example/v3/token")
        #expect(stub.requests.map { $0.header("X-Edition") } == [nil, "2026-01", "2026-02"])
        #expect(stub.requests.map { $0.header("X-Client") } == [nil, "bikes; team=a b", "bikes; team=a b"])
        let filled = try client.fill(BikeClient.Tours.plan(stops: 1))
        #expect(try String(decoding: filled.serialized(), as: UTF8.self).contains(#""X-Edition":"2026-01""#))
    }

    @Test("what cannot stand in a header is refused when the client is made", arguments: [" ", "a\nb", "a "])
    func noHeader(team: String) throws {
        #expect(throws: ConfigurationError.self) { try BikeClient(team: team, apiKey: "key") }
    }
}
