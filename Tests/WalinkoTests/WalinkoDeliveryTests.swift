import TestSupport
import Testing
import Walinko
import WaybillTesting

/// What every error says about whether the message may have gone out.
@Suite struct WalinkoDeliveryTests {
    /// A sequence of answers, and what is known after it.
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let answers: [StubAnswer]
        let delivery: DeliveryCertainty
    }

    static let rows = [
        Row(testDescription: "never sent", answers: [.refused, .refused, .refused], delivery: .notSent),
        Row(testDescription: "400", answers: [.status(400)], delivery: .rejected),
        Row(testDescription: "422", answers: [.refusal(422, "validation_error")], delivery: .rejected),
        Row(
            testDescription: "429 three times",
            answers: [.status(429), .status(429), .status(429)],
            delivery: .rejected
        ),
        Row(testDescription: "302", answers: [.status(302)], delivery: .unknown),
        Row(testDescription: "never sent, then 422", answers: [.refused, .status(422)], delivery: .rejected),
        Row(
            testDescription: "500 three times",
            answers: [.status(500), .status(500), .status(500)],
            delivery: .unknown
        ),
        Row(testDescription: "501", answers: [.status(501)], delivery: .unknown),
        Row(testDescription: "reset", answers: [.reset, .refused, .refused], delivery: .unknown),
        Row(testDescription: "504, then 422", answers: [.status(504), .status(422)], delivery: .unknown),
        Row(testDescription: "reset, then 409", answers: [.reset, .status(409)], delivery: .unknown),
        Row(testDescription: "answer breaks off in a 200", answers: [.status(200).brokenOff()], delivery: .unknown),
        Row(testDescription: "a 200 that is no JSON", answers: [.page(200)], delivery: .unknown),
        Row(testDescription: "a 202 without data", answers: [.json(202, "{}")], delivery: .accepted),
        Row(testDescription: "reset, then a 200 that is no JSON", answers: [.reset, .page(200)], delivery: .unknown),
        Row(testDescription: "200 that refuses", answers: [.refusal(200, "device_not_found")], delivery: .rejected),
        Row(
            testDescription: "200 that failed, three times",
            answers: [.refusal(200, "send_failed"), .refusal(200, "send_failed"), .refusal(200, "send_failed")],
            delivery: .unknown
        ),
    ]

    @Test("delivery certainty after each course of a call", arguments: rows)
    func certainty(row: Row) async throws {
        let stub = StubTransport(row.answers)
        let bench = try WalinkoBench(configuration: ClientConfiguration(transport: stub))
        let error = try await #require(throws: WalinkoError.self) { try await bench.send() }
        #expect(error.delivery == row.delivery)
        #expect(error.report.delivery == row.delivery)
    }

    @Test("refused arguments and a task cancelled beforehand sent nothing (C01)")
    func nothingSent() async throws {
        let bench = try WalinkoBench(.sent)
        let error = try await #require(throws: WalinkoError.self) {
            try await bench.client.messages.send(deviceID: 0, templateID: 0, phone: "")
        }
        #expect(error.delivery == .notSent)

        let gate = AsyncStream.makeStream(of: Never.self)
        let call = Task {
            for await _ in gate.stream {}
            return try await bench.send()
        }
        call.cancel()
        let cancelled = try await #require(throws: WalinkoError.self) { try await call.value }
        #expect(cancelled.isCancellation)
        #expect(cancelled.delivery == .notSent)
        #expect(bench.requests.isEmpty)
    }

    @Test("a task cancelled while the answer is due leaves the outcome unknown (C04)")
    func cancelledInFlight() async throws {
        let (started, continuation) = AsyncStream.makeStream(of: Void.self)
        let stub = StubTransport { _ in
            continuation.yield()
            return .silence
        }
        let bench = try WalinkoBench(configuration: ClientConfiguration(transport: stub))
        let call = Task { try await bench.send() }
        for await _ in started { break }
        call.cancel()
        let error = try await #require(throws: WalinkoError.self) { try await call.value }
        guard case .cancelled = error else { throw Unexpected(error) }
        #expect(error.delivery == .unknown)
        #expect(stub.requests.count == 1)
    }

    @Test("an attempt that takes too long is tried again under the same key, and the outcome stays unknown")
    func attemptLimit() async throws {
        let stub = StubTransport(.silence, .status(422))
        let bench = try WalinkoBench(
            configuration: ClientConfiguration(timeouts: Timeouts(attempt: .seconds(5)), transport: stub)
        )
        let error = try await #require(throws: WalinkoError.self) { try await bench.send() }
        guard case .validation = error else { throw Unexpected(error) }
        #expect(error.delivery == .unknown)
        #expect(stub.requests.count == 2)
        #expect(Set(stub.requests.map { $0.header("Idempotency-Key") }).count == 1)
    }
}
