import Courier
import TestSupport
import Testing
import WaybillTesting

/// A client with several ways to authenticate, of which one is taken.
@Suite struct CourierKioskTests {
    private let clock = ManualClock(now: .seconds(1_700_000_000), randomness: .fixed(0))
    private static let notice = StubAnswer.json(200, #"{"result":{"id":"n1"}}"#)

    /// What goes out of a client: its last request.
    private func request(
        _ answers: StubAnswer...,
        by client: (ClientConfiguration) throws -> KioskClient
    ) async throws -> RecordedRequest {
        let stub = StubTransport(answers + [Self.notice])
        _ = try await client(ClientConfiguration(transport: stub, clock: clock.runtime)).notices.fetch("n1")
        #expect(stub.requests.count == answers.count + 1)
        return try #require(stub.requests.last)
    }

    /// The fields of a request that prove something.
    private func proof(of request: RecordedRequest) -> [String: String] {
        let names = ["X-Kiosk-Key", "Authorization", "X-Ticket"]
        return names.reduce(into: [:]) { $0[$1] = request.header($1) }
    }

    @Test("S08 each way sends its own proof, and nothing of another one")
    func ways() async throws {
        let key = try await request { try KioskClient(kioskKey: "k", configuration: $0) }
        #expect(proof(of: key) == ["X-Kiosk-Key": "k"] && key.query == nil)
        let login = try await request { try KioskClient(user: "Aladdin", password: "open sesame", configuration: $0) }
        #expect(proof(of: login) == ["Authorization": "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="] && login.query == nil)
        let signed = try await request { try KioskClient(signKey: "hub", configuration: $0) }
        // printf '' | openssl dgst -sha256 -hmac hub
        #expect(proof(of: signed) == [:])
        #expect(signed.query == "sign=03dc31219b89271e0b3ff05cdb93f963d2a1dd95c1881c2943630d8555c3c552")
        let machine = try await request(.json(200, #"{"access_token":"abc"}"#)) {
            try KioskClient(machineID: "m", configuration: $0)
        }
        #expect(proof(of: machine) == ["Authorization": "Bearer abc"] && machine.query == nil)
        let ticket = try await request { try KioskClient(ticketKey: "t", configuration: $0) }
        #expect(proof(of: ticket).keys.sorted() == ["X-Ticket"] && ticket.query == nil)
    }
}
