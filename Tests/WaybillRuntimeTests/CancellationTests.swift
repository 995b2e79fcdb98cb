import Synchronization
import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

@Suite struct CancellationTests {
    @Test("C01, C10 before the start: nothing is sent")
    func beforeStart() async throws {
        let exchange = try SampleExchange([.sent])
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await exchange.failure(of: Sample.send())
        }
        let report = try await task.value
        try expectCancelled(report, attempts: 0, .notSent)
        #expect(exchange.transport.requests.isEmpty)
    }

    @Test("C02, C10 during connect: nothing was sent")
    func duringConnect() async throws {
        let report = try await cancelled(ProgressTransport(progress: .neverSent))
        try expectCancelled(report, attempts: 1, .notSent)
    }

    @Test("C04, C10 waiting for the head: it may have arrived")
    func waitingForHead() async throws {
        let report = try await cancelled(ProgressTransport(progress: .unknown))
        try expectCancelled(report, attempts: 1, .unknown)
    }

    @Test("C05, C10 in the body of a success: it was accepted")
    func inBody() async throws {
        let report = try await cancelled(ProgressTransport(progress: .answered(TransportResponse(status: 200))))
        try expectCancelled(report, attempts: 1, .accepted)
    }

    @Test("C03, C10 during a backoff: no further attempt, and at once")
    func duringBackoff() async throws {
        let exchange = try SampleExchange([.json(503, "{}"), .sent], clock: ManualClock(sleeping: .untilAdvanced))
        let task = Task { try await exchange.failure(of: Sample.send()) }
        // The attempt's own limit may be seen first; the backoff is shorter.
        while exchange.clock.pendingSleeps.contains(where: { $0 < .seconds(1) }) == false { await Task.yield() }
        task.cancel()
        // The clock stands still: that the task ends at all shows that the wait was given up.
        let report = try await task.value
        try expectCancelled(report, attempts: 1, .unknown)
        #expect(report.http?.status == 503)
        #expect(exchange.transport.requests.count == 1)
    }

    @Test("C06 after the end it has no effect")
    func afterEnd() async throws {
        let exchange = try SampleExchange([.sent])
        let task = Task { try await exchange.client.core.send(Sample.send()) }
        let answer = try await task.value
        task.cancel()
        #expect(answer.id == "m1")
        #expect(try await task.value.id == "m1")
    }

    @Test("C06 an answer that is complete when the task is cancelled counts")
    func completeAnswer() async throws {
        let transport = StubTransport { _ in
            withUnsafeCurrentTask { $0?.cancel() }
            return .sent
        }
        let exchange = try SampleExchange(transport)
        #expect(try await exchange.client.send(Sample.send()).id == "m1")
    }

    @Test("C08 a thousand calls cancelled under a lock that their end takes too: nobody waits for ever")
    func underLock() async throws {
        let ends = Mutex(0)
        let exchange = try SampleExchange(StubTransport { _ in .silence })
        for round in 1...1_000 {
            let call = Task { @Sendable in
                let report = try await exchange.failure(of: Sample.send())
                ends.withLock { $0 += 1 }
                return report
            }
            while exchange.transport.requests.count < round { await Task.yield() }
            ends.withLock { _ in call.cancel() }
            try expectCancelled(try await call.value, attempts: 1, .unknown)
        }
        #expect(ends.withLock { $0 } == 1_000)
    }

    @Test("C09 the loser of a race in a task group is cancelled, and sends nothing more")
    func loser() async throws {
        let exchange = try SampleExchange(StubTransport { _ in .silence })
        let winner = await withTaskGroup(of: String.self) { group in
            group.addTask {
                guard let report = try? await exchange.failure(of: Sample.send()) else { return "a success" }
                guard case .cancelled = report.kind else { return "\(report)" }
                return "cancelled"
            }
            group.addTask {
                while exchange.transport.requests.isEmpty { await Task.yield() }
                return "timeout"
            }
            let first = await group.next()
            group.cancelAll()
            return [first, await group.next()]
        }
        #expect(winner == ["timeout", "cancelled"])
        #expect(exchange.transport.requests.count == 1)
    }

    @Test("C11 ten thousand races of a cancellation with the answer: each call ends once, with one or the other")
    func races() async throws {
        let exchange = try SampleExchange(StubTransport { _ in .sent })
        for _ in 0..<10_000 {
            let call = Task { () -> String in
                do throws(FailureReport) {
                    return try await exchange.client.core.send(Sample.fetch()).id
                } catch {
                    guard case .cancelled = error.kind else { return "\(error)" }
                    return "cancelled"
                }
            }
            call.cancel()
            #expect(["m1", "cancelled"].contains(await call.value))
        }
    }

    @Test("A transport that was shut down is no cancellation, and not tried again")
    func shutDown() async throws {
        let exchange = try SampleExchange([.network(.neverSent, .cancelled), .sent])
        let report = try await exchange.failure(of: Sample.send())
        guard case .transport(let fault) = report.kind else { throw UnexpectedSuccess() }
        #expect(fault.reason == .cancelled)
        #expect(report.attempts == 1)
    }

    @Test("C10 cancellation is told by the error's own property")
    func property() async throws {
        let exchange = try SampleExchange([.silence])
        let task = Task { try await exchange.client.send(Sample.send()) }
        while exchange.transport.requests.isEmpty { await Task.yield() }
        task.cancel()
        do {
            _ = try await task.value
            Issue.record("it succeeded")
        } catch let error as any APIError {
            #expect(error.isCancellation)
        }
    }

    /// Cancels a call while its transport is busy.
    private func cancelled(_ transport: ProgressTransport) async throws -> FailureReport {
        let configuration = ClientConfiguration(transport: transport, clock: ManualClock().runtime)
        let core = try SampleClient(configuration: configuration).core
        let task = Task { () -> FailureReport? in
            do throws(FailureReport) {
                _ = try await core.send(Sample.send())
                return nil
            } catch {
                return error
            }
        }
        await transport.waitUntilBusy()
        task.cancel()
        guard let report = await task.value else { throw UnexpectedSuccess() }
        return report
    }

    private func expectCancelled(_ report: FailureReport, attempts: Int, _ delivery: DeliveryCertainty) throws {
        guard case .cancelled = report.kind else {
            Issue.record("\(report)")
            return
        }
        #expect(report.attempts == attempts)
        #expect(report.delivery == delivery)
    }
}
