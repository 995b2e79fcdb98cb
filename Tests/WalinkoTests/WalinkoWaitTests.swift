import TestSupport
import Testing
import Walinko
import WaybillTesting

/// How `waitUntilDone` polls.
@Suite struct WalinkoWaitTests {
    /// A bench whose server answers with these words, one a poll, and with the last one for ever.
    private func bench(_ words: String...) throws -> (WalinkoBench, StubTransport) {
        let stub = StubTransport { request in .state(words[min(request.number, words.count) - 1]) }
        return (try WalinkoBench(configuration: ClientConfiguration(transport: stub)), stub)
    }

    @Test("wait: queued -> sending -> sent returns on the third poll")
    func threePolls() async throws {
        let (bench, stub) = try bench("queued", "sending", "sent")
        let done = try await bench.client.messages.waitUntilDone(WalinkoBench.trackingID)
        #expect(done.isSent)
        #expect(stub.requests.count == 3)
        #expect(stub.requests.allSatisfy { $0.verb == "GET" })
        #expect(Set(stub.requests.map(\.url)) == [WalinkoBench.messagesURL + "/" + WalinkoBench.trackingID])
        #expect(bench.delays == [.seconds(2), .seconds(2)])
    }

    @Test("wait: done at once means one poll and no sleep")
    func onePoll() async throws {
        let (bench, stub) = try bench("sent")
        _ = try await bench.client.messages.waitUntilDone("tx_abc")
        #expect(stub.requests.count == 1)
        #expect(bench.delays.isEmpty)
    }

    @Test("wait on `failed` returns it as a value")
    func failed() async throws {
        let (bench, stub) = try bench("sending", "failed")
        let done = try await bench.client.messages.waitUntilDone("tx_abc")
        #expect(done.isFailed)
        #expect(stub.requests.count == 2)
    }

    @Test("wait: still queued at the deadline -> timeout error naming the tracking id, after at least 2 polls")
    func deadline() async throws {
        let (bench, stub) = try bench("queued", "sending")
        let error = try await #require(throws: WalinkoError.self) {
            try await bench.client.messages.waitUntilDone("tx_abc", timeout: .seconds(3), interval: .seconds(2))
        }
        guard case .waitTimedOut(let failure) = error else { throw Unexpected(error) }
        #expect(stub.requests.count == 3)
        #expect(bench.delays == [.seconds(2), .seconds(2)])
        #expect(failure.details.subject == "tx_abc")
        #expect(failure.details.polls == 3)
        #expect(failure.details.waited == .seconds(4))
        #expect(failure.details.lastStatus == "sending")
        #expect(
            failure.details.lastAnswer?["status"] == "sending"
                || failure.details.lastAnswer?["data"]?["status"] == "sending"
        )
        #expect(error.message.contains("tx_abc"))
    }

    @Test("wait: a deadline met exactly is the end; so are 60 s at 2 s after 31 polls")
    func exactDeadline() async throws {
        let (bench, stub) = try bench("queued")
        await #expect(throws: WalinkoError.self) {
            try await bench.client.messages.waitUntilDone("tx_abc", timeout: .seconds(4), interval: .seconds(2))
        }
        #expect(stub.requests.count == 3)
        await #expect(throws: WalinkoError.self) { try await bench.client.messages.waitUntilDone("tx_abc") }
        #expect(stub.requests.count == 3 + 31)
    }

    @Test("a local wait timeout is not the server's 504: no code, no status of the server's")
    func ownCase() async throws {
        let (bench, _) = try bench("queued")
        let error = try await #require(throws: WalinkoError.self) {
            try await bench.client.messages.waitUntilDone("tx_abc", timeout: .seconds(1), interval: .seconds(1))
        }
        guard case .waitTimedOut = error else { throw Unexpected(error) }
        #expect(error.code == nil)
        #expect(error.code != .sendTimeout)
    }

    @Test("R11 an unknown status word is polled on, and kept")
    func unknownWord() async throws {
        let (bench, stub) = try bench("parked", "sent")
        let done = try await bench.client.messages.waitUntilDone("tx_abc")
        #expect(done.isSent)
        #expect(stub.requests.count == 2)

        let (other, _) = try self.bench("parked")
        let error = try await #require(throws: WalinkoError.self) {
            try await other.client.messages.waitUntilDone("tx_abc", timeout: .seconds(1), interval: .seconds(1))
        }
        guard case .waitTimedOut(let failure) = error else { throw Unexpected(error) }
        #expect(failure.details.lastStatus == "parked")
    }

    @Test("R11 a 429 while polling is waited for and does not end the wait")
    func throttled() async throws {
        let bench = try WalinkoBench(
            .state("queued"),
            .refusal(429, "rate_limited", headers: .pairs(["Retry-After": "5"])),
            .state("sent")
        )
        let done = try await bench.client.messages.waitUntilDone("tx_abc")
        #expect(done.isSent)
        #expect(done.http.attempts == 2)
        #expect(bench.delays == [.seconds(2), .seconds(5)])
    }

    @Test("errors from fetch propagate unchanged, after fetch's own retries")
    func propagation() async throws {
        let unknown = try WalinkoBench(.state("queued"), .refusal(404, "delivery_not_found"))
        let error = try await #require(throws: WalinkoError.self) {
            try await unknown.client.messages.waitUntilDone("tx_abc")
        }
        guard case .notFound(let failure) = error else { throw Unexpected(error) }
        #expect(failure.code == .deliveryNotFound)
        #expect(unknown.requests.count == 2)

        let broken = try WalinkoBench(.status(503), .status(503), .status(503))
        await #expect(throws: WalinkoError.self) { try await broken.client.messages.waitUntilDone("tx_abc") }
        #expect(broken.requests.count == 3)
    }

    @Test("timeout > 0 and interval > 0, else argument error and no HTTP", arguments: [Duration.zero, .seconds(-1)])
    func badLimits(limit: Duration) async throws {
        let (bench, stub) = try bench("sent")
        for (timeout, interval, name) in [(limit, .seconds(1), "timeout"), (.seconds(1), limit, "interval")] {
            let error = try await #require(throws: WalinkoError.self) {
                try await bench.client.messages.waitUntilDone("tx_abc", timeout: timeout, interval: interval)
            }
            guard case .invalidArgument(let failure) = error else { throw Unexpected(error) }
            #expect(failure.details.violations.map(\.argument) == [name])
        }
        #expect(stub.requests.isEmpty)
    }

    @Test("cancelling ends the wait between two polls (C03)")
    func cancelled() async throws {
        let stub = StubTransport { _ in .state("queued") }
        let bench = try WalinkoBench(
            configuration: ClientConfiguration(timeouts: Timeouts(attempt: .seconds(600)), transport: stub),
            sleeping: .atOnce(below: .milliseconds(1))
        )
        let wait = Task { try await bench.client.messages.waitUntilDone("tx_abc", interval: .seconds(2)) }
        try await bench.clock.untilSleeping(for: .seconds(2))
        wait.cancel()
        let error = try await #require(throws: WalinkoError.self) { try await wait.value }
        #expect(error.isCancellation)
        #expect(stub.requests.count == 1)
    }
}
