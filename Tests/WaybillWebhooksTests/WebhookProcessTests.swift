import HTTPTypes
import TestSupport
import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime
@_spi(Generated) @testable import WaybillWebhooks

/// What becomes of an event whose work, store or process fails: it is worked on all the same.
@Suite struct WebhookProcessTests {
    private let clock = ManualClock(now: .seconds(1_750_000_000))
    private let log = LineLog()
    private let sample = WebhookSample.simpu
    private let body = Array(#"{"id":"evt_1"}"#.utf8)

    private func webhook() throws -> SampleWebhook {
        try sample.webhook(WebhookConfiguration(logger: log.logger, clock: clock.runtime))
    }

    /// One delivery of the event: its status, or what was thrown.
    private func deliver(
        to store: any DeduplicationStore,
        lease: Duration = .seconds(60),
        _ work: nonisolated(nonsending) () async throws -> Void
    ) async throws -> Int {
        let headers = try sample.headers(sample.signature(body))
        return try await webhook().process(body: body, headers: headers, store: store, lease: lease) { _ in
            try await work()
        }
    }

    @Test("D01 W31 a copy during the work is not acknowledged, so that the event is not lost with work that then fails")
    func copyDuringWork() async throws {
        let store = InMemoryDeduplicationStore(clock: clock.runtime)
        var works: [String] = []
        await #expect(throws: WebhookSampleError.workFailed) {
            _ = try await deliver(to: store) {
                #expect(try await deliver(to: store) { works.append("copy") } == 503)
                throw WebhookSampleError.workFailed
            }
        }
        #expect(try await deliver(to: store) { works.append("next") } == 200)
        #expect(try await deliver(to: store) { works.append("late") } == 200)
        #expect(works == ["next"])
    }

    @Test("D01 W32 a release that fails is logged, and the lease ends by itself")
    func failingRelease() async throws {
        let store = ScriptedStore(clock: clock.runtime, [.release: [.notTaken, .notTaken]])
        await #expect(throws: WebhookSampleError.workFailed) {
            _ = try await deliver(to: store) { throw WebhookSampleError.workFailed }
        }
        #expect(
            log.messages == [
                "error: [webhooks] simpu: a claim was not released (WebhookSampleError); copies wait until its lease ends"
            ]
        )
        var works = 0
        clock.advance(by: .seconds(60))
        #expect(try await deliver(to: store) { works += 1 } == 503)
        clock.advance(by: .seconds(1))
        #expect(try await deliver(to: store) { works += 1 } == 200)
        #expect(works == 1)
    }

    @Test("D01 a process that ends in the middle of its work leaves a claim that ends with its lease")
    func endedProcess() async throws {
        let store = InMemoryDeduplicationStore(clock: clock.runtime)
        #expect(try store.claim("simpu:evt_1", as: ClaimID(), lease: .seconds(5)) == .claimed)
        var works = 0
        #expect(try await deliver(to: store) { works += 1 } == 503)
        clock.advance(by: .seconds(6))
        #expect(try await deliver(to: store) { works += 1 } == 200)
        #expect(works == 1)
    }

    @Test("W32 a call of the store that throws is made once more, under the same claim", arguments: [true, false])
    func repeatedCalls(isAnswerLost: Bool) async throws {
        let fault: ScriptedStore.Fault = isAnswerLost ? .answerLost : .notTaken
        let store = ScriptedStore(clock: clock.runtime, [.claim: [fault], .release: [fault]])
        await #expect(throws: WebhookSampleError.workFailed) {
            _ = try await deliver(to: store) { throw WebhookSampleError.workFailed }
        }
        #expect(store.calls.map(\.step) == [.claim, .claim, .release, .release])
        #expect(Set(store.calls.map(\.claim)).count == 1)
        #expect(log.lines.isEmpty)
        var works = 0
        #expect(try await deliver(to: store) { works += 1 } == 200)
        #expect(works == 1)
        #expect(Set(store.calls.map(\.claim)).count == 2)
    }

    @Test("W32 a store that cannot be reached for the claim takes nothing")
    func unreachable() async throws {
        let store = ScriptedStore(clock: clock.runtime, [.claim: [.notTaken, .notTaken]])
        await #expect(throws: WebhookSampleError.storeIsDown) {
            _ = try await deliver(to: store) { Issue.record("worked on an event that nobody claimed") }
        }
        #expect(try await deliver(to: store) {} == 200)
    }

    @Test("work whose completion the store does not take is not acknowledged: it may be undone with its transaction")
    func failingCompletion() async throws {
        let store = ScriptedStore(clock: clock.runtime, [.complete: [.notTaken, .notTaken]])
        var works = 0
        await #expect(throws: WebhookSampleError.storeIsDown) { _ = try await deliver(to: store) { works += 1 } }
        #expect(try await deliver(to: store) { works += 1 } == 503)
        clock.advance(by: .seconds(61))
        #expect(try await deliver(to: store) { works += 1 } == 200)
        #expect(works == 2)
    }

    @Test("a completion whose answer was lost is one all the same")
    func lostCompletion() async throws {
        let store = ScriptedStore(clock: clock.runtime, [.complete: [.answerLost]])
        var works = 0
        for _ in 0..<2 { #expect(try await deliver(to: store) { works += 1 } == 200) }
        #expect(works == 1)
    }

    @Test("work that outlives its lease is logged, and acknowledged all the same")
    func slowWork() async throws {
        let store = InMemoryDeduplicationStore(clock: clock.runtime)
        var works: [String] = []
        let status = try await deliver(to: store, lease: .seconds(2)) {
            clock.advance(by: .seconds(3))
            let copy = try await deliver(to: store) { works.append("copy") }
            #expect(copy == 200)
            works.append("slow")
        }
        #expect(status == 200)
        #expect(works == ["copy", "slow"])
        let line = "warning: [webhooks] simpu: the lease had ended before the work was done; it may be done twice"
        #expect(log.lines == [line + " error.type=lease_ended waybill.webhook=simpu"])
        #expect(try await deliver(to: store) { works.append("late") } == 200)
        #expect(works.count == 2)
    }

    @Test("W35 the cancellation of the task stops neither the release nor the completion", arguments: [true, false])
    func cancellation(isWorkDone: Bool) async throws {
        let store = ScriptedStore(clock: clock.runtime)
        let (sample, body, webhook) = (sample, body, try webhook())
        let headers = try sample.headers(sample.signature(body))
        let task = Task {
            try await webhook.process(body: body, headers: headers, store: store) { _ in
                withUnsafeCurrentTask { $0?.cancel() }
                if !isWorkDone { try Task.checkCancellation() }
            }
        }
        if isWorkDone {
            #expect(try await task.value == 200)
        } else {
            await #expect(throws: CancellationError.self) { try await task.value }
        }
        #expect(store.calls.map(\.step) == [.claim, isWorkDone ? .complete : .release])
        #expect(store.base.count == (isWorkDone ? 1 : 0))
    }

    @Test("the lease is what the caller says, 60 s by default, and longer than nothing; copies are known for 25 hours")
    func times() async throws {
        let store = ScriptedStore(clock: clock.runtime)
        let headers = try sample.headers(sample.signature(body))
        _ = try await webhook().process(body: body, headers: headers, store: store) { _ in }
        #expect(store.calls.map(\.time) == [.seconds(60), .seconds(90_000)])
        #expect(store.calls.map(\.key) == ["simpu:evt_1", "simpu:evt_1"])
        for lease in [Duration.zero, .seconds(-1)] {
            await #expect(throws: ConfigurationError.self) { _ = try await deliver(to: store, lease: lease) {} }
        }
    }

    @Test("claims come from the clock's randomness, and are 32 hexadecimal digits")
    func claims() {
        let clock = ManualClock(randomness: .fixed(255))
        #expect(ClaimID(clock: clock.runtime).text == "00000000000000ff00000000000000ff")
        #expect(ClaimID() != ClaimID())
    }
}
