import Testing
@_spi(Generated) import WaybillRuntime
import WaybillTesting

@_spi(Generated) @testable import WaybillOutbox

/// A store that is away, before a change or after it.
@Suite struct OutboxFaultTests {
    private func sample(_ answers: StubAnswer..., resend: Bool = true) async throws -> SampleOutbox<FaultyStore> {
        let sample = try SampleOutbox(answers) { FaultyStore(clock: $0.runtime) }
        _ = try await sample.outbox.add(resend ? SampleClient.send() : SampleClient.send(resend: .never), id: "1")
        return sample
    }

    @Test("Adding once more after a failure keeps the request once")
    func adding() async throws {
        let sample = try await sample()
        sample.store.fail(.before, nil)
        await #expect(throws: FaultyStore.Away.self) { try await sample.outbox.add(SampleClient.send(), id: "2") }
        #expect(try await sample.outbox.add(SampleClient.send(), id: "2"))
        sample.store.fail(.after)
        await #expect(throws: FaultyStore.Away.self) { try await sample.outbox.add(SampleClient.send(), id: "3") }
        #expect(try await !sample.outbox.add(SampleClient.send(), id: "3"))
    }

    @Test("Nothing is sent where the request could not be marked as being sent")
    func taking() async throws {
        let sample = try await sample(.status(200))
        for fault in [FaultyStore.Fault.before, .after] {
            sample.store.fail(fault)
            await #expect(throws: FaultyStore.Away.self) { try await sample.outbox.work() }
            #expect(sample.transport.requests.isEmpty)
        }
        sample.clock.advance(by: .seconds(45))
        #expect(try await sample.step() == .sent)
    }

    @Test("An ending is recorded at the second or third try, also where the first was recorded without an answer")
    func ending() async throws {
        for faults in [[FaultyStore.Fault.before, .before], [.after], [.before, .after]] {
            let sample = try await sample(.status(200), resend: false)
            switch faults.count {
            case 1: sample.store.fail(nil, faults[0])
            default: sample.store.fail(nil, faults[0], faults[1])
            }
            #expect(try await sample.step() == .sent)
            #expect(sample.transport.requests.count == 1)
        }
    }

    @Test("An ending that cannot be recorded: with a key the request is repeated, without one it is in doubt")
    func lostEnding() async throws {
        for resend in [true, false] {
            let sample = try await sample(.status(200), .status(200), resend: resend)
            sample.store.fail(nil, .before, .before, .before)
            await #expect(throws: FaultyStore.Away.self) { try await sample.outbox.work() }
            sample.clock.advance(by: .seconds(45))
            #expect(try await sample.step() == (resend ? .sent : .inDoubt))
            let keys = sample.transport.requests.map { $0.header("Idempotency-Key") }
            #expect(keys.count == (resend ? 2 : 1) && Set(keys).count == 1)
        }
    }

    @Test("A worker that is cancelled while it sends brings that to its end")
    func cancellation() async throws {
        let sample = try await sample(.status(200), resend: false)
        let outbox = sample.outbox
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await outbox.work()
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(sample.transport.requests.isEmpty)
        #expect(try await sample.outbox.row("1")?.state == .queued)
    }
}
