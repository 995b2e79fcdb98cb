import FaultPeer
@_spi(Generated) import WaybillRuntime
import WaybillTesting

extension TransportCheck {
    /// Whole calls that a limit or a cancellation ends; what passes the time is a clock moved by hand.
    static let stalledCalls = attemptLimits + [silence, cancelledCall]

    private static let attemptLimits = AnswerStall.all.map { stall in
        TransportCheck("\(stall.id) T14", "\(stall.title): the attempt's limit ends the call, and not before") {
            trial in
            let peer = try trial.peer(serving: stall.serve)
            let clock = ManualClock(sleeping: .untilAdvanced)
            let limit = Duration.milliseconds(300)
            let client = try PeerClient(
                url: peer.url,
                timeouts: Timeouts(attempt: limit),
                clock: clock.runtime,
                transport: trial.transport
            )
            let task = Task { await client.failure(of: .unkeyedPost) }
            try await stall.isReached(by: peer)
            await clock.waitForSleeps()
            clock.advance(by: limit - .milliseconds(1))
            trial.expect("limits under way", clock.pendingSleeps, is: [limit])
            clock.advance(by: .milliseconds(1))
            let failure = await moving(clock, by: limit) { await task.value }
            let expired = ExpiredTimeout(limit: .attempt, duration: limit)
            trial.expect("the limit", failure?.expired, is: expired)
            trial.expect("attempts", failure?.attempts, is: 1)
            let deliveries = [DeliveryCertainty.unknown, stall.delivery]
            trial.expect(
                failure.map { deliveries.contains($0.delivery) } ?? false,
                "expected a delivery that is one of \(deliveries); came \(failure as Any)"
            )
        }
    }

    private static let silence = TransportCheck(
        "R02 T03",
        "a 200, then silence: the attempt's limit is final, and accepted"
    ) {
        trial in
        for call in PeerCall.allCases {
            let limit = Duration.milliseconds(300)
            let failure = try await stalled(call, trial, limit) { clock, _ in clock.advance(by: limit) }
            trial.expect("\(call), the limit", failure?.expired, is: ExpiredTimeout(limit: .attempt, duration: limit))
        }
    }

    private static let cancelledCall = TransportCheck("C05", "a 200, then a cancellation: final, and accepted") {
        trial in
        for call in PeerCall.allCases {
            let failure = try await stalled(call, trial, .milliseconds(300)) { _, task in task.cancel() }
            trial.expect("\(call), a cancellation", failure?.isCancellation, is: true)
        }
    }

    /// A call whose answer stalls in its body until something ends it.
    ///
    /// Nothing shows from outside that the head has been read: where it was not, the next call is given more time to.
    private static func stalled(
        _ call: PeerCall,
        _ trial: TransportTrial,
        _ limit: Duration,
        end: (ManualClock, Task<FailureReport?, Never>) -> Void
    ) async throws -> FailureReport? {
        var failure: FailureReport?
        var requests = 0
        for patience in [Duration.milliseconds(20), .seconds(1), .seconds(10)] where failure?.http == nil {
            let peer = try trial.peer { AnswerLoss.silence.serve(200, $0) }
            let clock = ManualClock(sleeping: .untilAdvanced)
            let client = try PeerClient(
                url: peer.url,
                timeouts: Timeouts(attempt: limit),
                clock: clock.runtime,
                retry: .table(maxAttempts: 9, delays: [.milliseconds(1)]),
                transport: trial.transport
            )
            let task = Task { await client.failure(of: call) }
            try await peer.waitUntil { $0.requests.count == 1 && $0.bytesWritten >= 80 }
            await clock.waitForSleeps()
            try await Task.sleep(for: patience)
            end(clock, task)
            failure = await moving(clock, by: limit) { await task.value }
            requests = peer.requests.count
        }
        trial.expectAccepted(failure, "\(call)", requests: requests)
        return failure
    }

    /// Moves a clock on while a call has not ended: its next attempts wait for that, and a transport that does not
    /// return is left to itself then.
    private static func moving(
        _ clock: ManualClock,
        by step: Duration,
        until ended: () async -> FailureReport?
    ) async -> FailureReport? {
        let mover = Task {
            while (try? await Task.sleep(for: .seconds(5))) != nil { clock.advance(by: step) }
        }
        defer { mover.cancel() }
        return await ended()
    }
}
