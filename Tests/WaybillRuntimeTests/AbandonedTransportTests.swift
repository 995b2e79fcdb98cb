import Synchronization
import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

/// A transport that ignores its cancellation holds nobody.
@Suite struct AbandonedTransportTests {
    /// A call over a transport that is deaf to its cancellation, and a clock that stands still.
    private struct Bench {
        let transport: DeafTransport
        let clock = ManualClock(sleeping: .untilAdvanced)
        let core: ClientCore

        init(_ answers: StubAnswer...) throws {
            transport = DeafTransport(then: StubTransport(answers))
            core = try SampleClient(configuration: ClientConfiguration(transport: transport, clock: clock.runtime)).core
        }

        /// Begins a call that must not succeed.
        func failure(
            _ request: APIRequest<SampleClient, SampleMessage>,
            _ options: CallOptions = CallOptions()
        ) -> Task<FailureReport?, Never> {
            Task {
                do throws(FailureReport) {
                    _ = try await core.send(request, options: options)
                    return nil
                } catch {
                    return error
                }
            }
        }

        /// Moves the clock on until a call has ended.
        func value<Value: Sendable>(of call: Task<Value, Never>) async -> Value {
            let mover = Task {
                while !Task.isCancelled {
                    clock.advance(by: .milliseconds(500))
                    try? await Task.sleep(for: .milliseconds(1))
                }
            }
            defer { mover.cancel() }
            return await call.value
        }

        /// Lets the abandoned request be answered, and returns once it has.
        func answerLate() async {
            let headers = fields(["X-Request-Id": "late"])
            transport.answer(
                TransportResponse(status: 200, headers: headers, body: Array(#"{"data":{"id":"m9"}}"#.utf8))
            )
            while !transport.hasAnswered { await Task.yield() }
            #expect(core.lastRequestID == nil)
        }
    }

    @Test("T14 the limit ends the call a second later; the request may have arrived, and its late answer is dropped")
    func attemptLimit() async throws {
        let bench = try Bench()
        let call = bench.failure(Sample.send(resend: .never))
        await bench.transport.waitUntilBusy()
        await bench.clock.waitForSleeps()
        bench.clock.advance(by: .seconds(30))
        await bench.transport.waitUntilCancelled()
        let report = try #require(await bench.value(of: call))
        guard case .timedOut(let expiry) = report.kind else { throw UnexpectedSuccess() }
        #expect(expiry == ExpiredTimeout(limit: .attempt, duration: .seconds(30)))
        #expect(report.delivery == .unknown)
        #expect(report.attempts == 1)
        #expect(bench.clock.uptime >= .seconds(31))
        #expect(bench.clock.sleeps == [.seconds(30)])
        await bench.answerLate()
    }

    @Test("T08 the call's limit too, and it is final")
    func callLimit() async throws {
        let bench = try Bench(.sent)
        let call = bench.failure(Sample.send(), CallOptions(callTimeout: .milliseconds(300)))
        await bench.transport.waitUntilBusy()
        await bench.clock.waitForSleeps()
        bench.clock.advance(by: .milliseconds(300))
        await bench.transport.waitUntilCancelled()
        let report = try #require(await bench.value(of: call))
        guard case .timedOut(let expiry) = report.kind else { throw UnexpectedSuccess() }
        #expect(expiry == ExpiredTimeout(limit: .call, duration: .milliseconds(300)))
        #expect(report.delivery == .unknown && report.attempts == 1)
        await bench.answerLate()
    }

    @Test("T02 an operation that may be sent again is, while the first transport still has not returned")
    func sentAgain() async throws {
        let bench = try Bench(.sent)
        let call = Task { try? await bench.core.send(Sample.send()).http.attempts }
        await bench.transport.waitUntilBusy()
        #expect(await bench.value(of: call) == 2)
        #expect(!bench.transport.hasAnswered)
        await bench.answerLate()
    }

    @Test("C10 a cancellation ends the call a second later, as one")
    func cancelled() async throws {
        let bench = try Bench(.sent)
        let call = bench.failure(Sample.send())
        await bench.transport.waitUntilBusy()
        call.cancel()
        await bench.transport.waitUntilCancelled()
        let report = try #require(await bench.value(of: call))
        guard case .cancelled = report.kind else { throw UnexpectedSuccess() }
        #expect(report.delivery == .unknown && report.attempts == 1)
        await bench.answerLate()
    }

    @Test("C04 the grace is no time limit: an answer within it counts")
    func withinGrace() async throws {
        let bench = try Bench()
        let call = Task { try? await bench.core.send(Sample.send()).id }
        await bench.transport.waitUntilBusy()
        await bench.clock.waitForSleeps()
        bench.clock.advance(by: .seconds(30))
        await bench.transport.waitUntilCancelled()
        bench.transport.answer(TransportResponse(status: 200, body: Array(#"{"data":{"id":"m1"}}"#.utf8)))
        #expect(await call.value == "m1")
    }

    @Test("T11 a thousand calls, good ones, cancelled ones and expired ones, leave no timer and no task behind")
    func nothingLeft() async throws {
        weak var remembered: ManualClock?
        try await manyCalls { remembered = $0 }
        // What is cancelled ends by itself; the tasks and timers of a call hold its clock.
        while remembered != nil { await Task.yield() }
    }

    private func manyCalls(_ remember: (ManualClock) -> Void) async throws {
        let clock = ManualClock(sleeping: .untilAdvanced)
        remember(clock)
        let transport = StubTransport { $0.number % 3 == 0 ? .silence : .sent }
        let configuration = ClientConfiguration(retry: .never, transport: transport, clock: clock.runtime)
        let core = try SampleClient(configuration: configuration).core
        for round in 1...1_000 {
            let call = Task { try? await core.send(Sample.fetch()).id }
            if round % 3 == 0 {
                while transport.requests.count < round { await Task.yield() }
                if round % 2 == 0 {
                    call.cancel()
                } else {
                    await clock.waitForSleeps(); clock.advance(by: .seconds(30))
                }
            }
            #expect(await call.value == (round % 3 == 0 ? nil : "m1"))
        }
        #expect(clock.pendingSleeps.isEmpty)
    }
}
