import HTTPTypes
import Synchronization
import Testing
import WaybillTesting

@testable import WaybillRuntime

/// One attempt over a transport that can be stopped: it runs in the caller's task.
@Suite(.timeLimit(.minutes(5))) struct AttemptTests {
    /// Waits until it is stopped, and says then what it was made to say.
    private final class StoppedTransport: StoppableTransport {
        private let end: Result<TransportResponse, TransportError>
        private let (stopped, isStopped) = AsyncStream.makeStream(of: Void.self)
        private let requests = Atomic(0)

        init(_ end: Result<TransportResponse, TransportError> = .failure(.init(progress: .unknown, reason: .cancelled)))
        {
            self.end = end
        }

        var isBusy: Bool { requests.load(ordering: .relaxed) > 0 }

        /// Does not wait for its stop.
        func finish() { isStopped.finish() }

        func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
            try await send(request, stop: RequestStop())
        }

        func send(_ request: TransportRequest, stop: RequestStop) async throws(TransportError) -> TransportResponse {
            requests.add(1, ordering: .relaxed)
            await stop.wait {
                for await _ in stopped {}
            } onStop: {
                self.finish()
            }
            return try end.get()
        }
    }

    private let clock = ManualClock(sleeping: .untilAdvanced)
    private static let expiry = ExpiredTimeout(limit: .attempt, duration: .seconds(30))

    private func attempt(
        _ transport: StoppedTransport,
        _ deadlines: DeadlineList,
        renewal: @escaping @Sendable (Duration) -> Attempt.Limit? = { _ in nil }
    ) -> Attempt {
        Attempt(
            transport: transport,
            clock: clock.runtime,
            request: TransportRequest(method: .post, url: "https://api.example.com"),
            stoppable: (transport, deadlines),
            renewal: renewal
        )
    }

    @Test("T02 its limit stops it, and it says how far it came; no limit is left behind")
    func limit() async {
        let transport = StoppedTransport()
        let deadlines = DeadlineList(clock: clock.runtime)
        async let result = attempt(transport, deadlines).run(limit: (.seconds(30), Self.expiry))
        await clock.waitForSleeps()
        clock.advance(by: .seconds(30))
        guard case .failed(let error, .limit(let expiry)) = await result else {
            Issue.record("it did not fail by its limit")
            return
        }
        #expect(expiry == Self.expiry)
        #expect(error == TransportError(progress: .unknown, reason: .cancelled))
        #expect(deadlines.count == 0)
    }

    @Test("an answer that is complete by then counts")
    func answered() async {
        let transport = StoppedTransport(.success(TransportResponse(status: 202)))
        let deadlines = DeadlineList(clock: clock.runtime)
        async let result = attempt(transport, deadlines).run(limit: (.seconds(30), Self.expiry))
        await clock.waitForSleeps()
        clock.advance(by: .seconds(30))
        guard case .response(let response) = await result else {
            Issue.record("the answer was dropped")
            return
        }
        #expect(response.status == 202)
    }

    @Test("the caller's cancellation stops it, and is told from a limit")
    func cancellation() async {
        let transport = StoppedTransport()
        let deadlines = DeadlineList(clock: clock.runtime)
        let attempt = attempt(transport, deadlines)
        let task = Task { await attempt.run(limit: (.seconds(30), Self.expiry)) }
        while !transport.isBusy { await Task.yield() }
        task.cancel()
        guard case .failed(_, .cancellation) = await task.value else {
            Issue.record("it did not fail by the cancellation")
            return
        }
        #expect(deadlines.count == 0)
    }

    @Test("a failure of its own is the transport's")
    func failure() async {
        let transport = StoppedTransport(.failure(TransportError(progress: .neverSent, reason: .refused)))
        transport.finish()
        let deadlines = DeadlineList(clock: clock.runtime)
        guard case .failed(let error, .transport) = await attempt(transport, deadlines).run(limit: nil) else {
            Issue.record("it did not fail by the transport")
            return
        }
        #expect(error.reason == .refused)
    }

    @Test("a limit that begins anew passes when nothing is left of it, and is the call's where that is the earlier")
    func renewed() {
        let stop = RequestStop()
        let call = ExpiredTimeout(limit: .call, duration: .seconds(60))
        let renewals = Mutex<[Attempt.Limit]>([(.zero, call), (.seconds(7), Self.expiry)])
        let limit = AttemptLimit((.seconds(30), Self.expiry), stop: stop) { expiry in
            #expect(expiry == Self.expiry)
            return renewals.withLock { $0.popLast() }
        }
        #expect(limit.duration == .seconds(30))
        #expect(limit.pass() == .seconds(7))
        #expect(limit.expiry == nil && !stop.isStopped)
        #expect(limit.pass() == nil)
        #expect(limit.expiry == call)
        #expect(stop.isStopped)
    }
}
