import Simpu
import TestSupport
import Testing
import WaybillTesting

#if canImport(FoundationEssentials)
import struct FoundationEssentials.Decimal
#else
import struct Foundation.Decimal
#endif

/// What is sent again, and what never is: Simpu takes no idempotency keys.
@Suite struct SimpuResendTests {
    /// An operation by name, with an answer that it can read.
    struct Operation: Sendable, CustomTestStringConvertible {
        let name: String
        let answer: StubAnswer
        let call: @Sendable (SimpuClient) async throws(SimpuError) -> Int

        var testDescription: String { name }

        init(
            _ name: String,
            _ answer: String,
            _ call: @escaping @Sendable (SimpuClient) async throws(SimpuError) -> Int
        ) {
            self.name = name
            self.answer = .json(200, answer)
            self.call = call
        }
    }

    private static let record = #"{"row":{"id":"r"}}"#

    static let once = [
        Operation("sms.send", #"{"id":"1"}"#) { client throws(SimpuError) in
            try await client.sms.send(recipients: ["1"], senderID: "F", content: "x").http.attempts
        },
        Operation("email.send", #"{"id":"1"}"#) { client throws(SimpuError) in
            try await client.email.send(recipients: ["a@b.example"], senderID: "c@d.example", content: "x").http
                .attempts
        },
        Operation("otp.request", #"{"id":"1"}"#) { client throws(SimpuError) in
            try await client.otp.request(recipient: "1").http.attempts
        },
        Operation("otp.verify", #"{"id":"1"}"#) { client throws(SimpuError) in
            try await client.otp.verify(id: "1", token: "1234").http.attempts
        },
        Operation("contacts.create", record) { client throws(SimpuError) in
            try await client.contacts.create(columns: ["c": "Ada"]).http.attempts
        },
        Operation("contacts.update", record) { client throws(SimpuError) in
            try await client.contacts.update("r", columns: ["c": "Ada"]).http.attempts
        },
    ]

    static let repeated = [
        Operation("otp.fetch", #"{"id":"1"}"#) { client throws(SimpuError) in
            try await client.otp.fetch("1").http.attempts
        },
        Operation("otp.list", "[]") { client throws(SimpuError) in try await client.otp.list("1").http.attempts },
        Operation("otp.revoke", "{}") { client throws(SimpuError) in try await client.otp.revoke("1").http.attempts },
        Operation("contacts.table", "{}") { client throws(SimpuError) in
            try await client.contacts.table().http.attempts
        },
        Operation("contacts.fetch", record) { client throws(SimpuError) in
            try await client.contacts.fetch("r").http.attempts
        },
        Operation("contacts.delete", "{}") { client throws(SimpuError) in
            try await client.contacts.delete("r").http.attempts
        },
        Operation("contacts.query", #"{"rows":[]}"#) { client throws(SimpuError) in
            try await client.contacts.query().http.attempts
        },
    ]

    private func error(of operation: Operation, _ answer: StubAnswer) async throws -> (SimpuError, Int) {
        let bench = try SimpuBench(answer, operation.answer)
        do {
            _ = try await operation.call(bench.client)
        } catch {
            return (error, bench.requests.count)
        }
        throw Unexpected("a success after \(bench.requests.count) requests")
    }

    @Test("an unclear failure is never followed by a second send, and the error says so", arguments: once)
    func neverTwice(operation: Operation) async throws {
        let closed = StubAnswer.failure(.init(progress: .unknown, reason: .closed))
        for answer in [
            StubAnswer.reset, closed, .status(200).brokenOff(), .status(500), .status(502), .status(503), .status(504),
        ] {
            let (error, requests) = try await error(of: operation, answer)
            #expect(requests == 1)
            #expect(error.attempts == 1)
            #expect(error.delivery != .notSent && error.delivery != .rejected, "\(error)")
        }
        #expect(try await error(of: operation, .reset).0.delivery == .unknown)
        #expect(try await error(of: operation, .status(503)).0.delivery == .unknown)
    }

    @Test("a 408 is no reason to send again, and the message may have gone out", arguments: once)
    func serverTimeout(operation: Operation) async throws {
        let (error, requests) = try await error(of: operation, .status(408))
        #expect(requests == 1)
        guard case .serverTimeout = error else { throw Unexpected(error) }
        #expect(error.delivery == .unknown)
    }

    @Test("429, and a connection that was never made, are followed by another send", arguments: once)
    func tried(operation: Operation) async throws {
        for answer in [StubAnswer.status(429), .refused] {
            let bench = try SimpuBench(answer, operation.answer)
            #expect(try await operation.call(bench.client) == 2)
            #expect(Set(bench.requests.map(\.body)).count == 1)
        }
    }

    @Test("reads are asked again, the one by POST among them; so is DELETE", arguments: repeated)
    func repeats(operation: Operation) async throws {
        for answer in [
            StubAnswer.reset, .refused, .status(408), .status(429), .status(500), .status(502), .status(504),
        ] {
            let bench = try SimpuBench(answer, answer, operation.answer)
            #expect(try await operation.call(bench.client) == 3)
        }
    }

    @Test("refusals are final for everything", arguments: [400, 401, 402, 403, 404, 409, 422])
    func refusals(status: Int) async throws {
        for operation in Self.once + Self.repeated {
            let (error, requests) = try await error(of: operation, .status(status))
            #expect(requests == 1)
            #expect(error.delivery == .rejected)
        }
    }

    @available(*, deprecated)
    @Test("airtime is never bought twice")
    func airtime() async throws {
        for answer in [StubAnswer.reset, .status(200).brokenOff(), .status(500), .status(504)] {
            let bench = try SimpuBench(answer, .json(200, "{}"))
            let error = try await #require(throws: SimpuError.self) {
                try await bench.client.airtime.buy(network: .mtn, amount: 100, recipient: "1")
            }
            #expect(bench.requests.count == 1)
            #expect(error.delivery != .notSent && error.delivery != .rejected)
        }
    }

    @Test("R08 three attempts in all, half a second and one in between; Retry-After is waited for")
    func delays() async throws {
        let bench = try SimpuBench(.refused, .refused, .status(429), .sent, randomness: .fixed(.max))
        let error = try await #require(throws: SimpuError.self) { try await bench.send() }
        guard case .rateLimited = error else { throw Unexpected(error) }
        #expect(error.attempts == 3)
        #expect(bench.delays.map { ($0 / .milliseconds(1)).rounded() } == [500, 1_000])
        let patient = try SimpuBench(.status(429, headers: .pairs(["Retry-After": "7"])), .sent)
        #expect(try await patient.send().http.attempts == 2)
        #expect(patient.delays == [.seconds(7)])
    }
}
