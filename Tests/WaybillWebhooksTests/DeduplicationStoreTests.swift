import TestSupport
import Testing
import WaybillTesting
import WaybillWebhookTesting

/// The store in memory, and the checks for all stores.
@Suite struct DeduplicationStoreTests {
    private let keepFor = Duration.seconds(90_000)

    @Test("the store in memory passes every check", arguments: DeduplicationStoreCheck.all)
    func inMemory(_ check: DeduplicationStoreCheck) async throws {
        let clock = ManualClock()
        let store = InMemoryDeduplicationStore(clock: clock.runtime)
        #expect(try await check.faults(of: store) { clock.advance(by: $0) } == [])
    }

    @Test("a store that is wrong in one way fails the check for that", arguments: BrokenStore.Fault.allCases)
    func broken(_ fault: BrokenStore.Fault) async throws {
        var failed: [String] = []
        for check in DeduplicationStoreCheck.all {
            let clock = ManualClock()
            let store = BrokenStore(fault, InMemoryDeduplicationStore(clock: clock.runtime))
            let faults = try await check.faults(of: store) { clock.advance(by: $0) }
            if !faults.isEmpty { failed.append(check.description) }
        }
        #expect(failed.contains(fault.rawValue))
    }

    @Test("W33 when it is full, what is done and ends next is forgotten, and the log says so at most once a minute")
    func full() throws {
        let (clock, log) = (ManualClock(), LineLog())
        let store = InMemoryDeduplicationStore(capacity: 10, logger: log.logger, clock: clock.runtime)
        func isFirst(_ key: Int) throws -> Bool {
            let claim = ClaimID()
            guard try store.claim("\(key)", as: claim, lease: .seconds(60)) == .claimed else { return false }
            clock.advance(by: .milliseconds(1))
            return store.complete("\(key)", claim, keepFor: keepFor)
        }
        for key in 0..<10 { #expect(try isFirst(key)) }
        #expect(log.lines.isEmpty)
        for key in 10..<15 { #expect(try isFirst(key)) }
        #expect(store.count == 10)
        #expect(log.lines == ["warning: [webhooks] the store is full: forgot 1 events before their time (of 10)"])
        clock.advance(by: .seconds(60))
        #expect(try isFirst(0))
        #expect(log.lines.last == "warning: [webhooks] the store is full: forgot 5 events before their time (of 10)")
        #expect(log.lines.count == 2)
        for key in 6..<15 { #expect(try !isFirst(key)) }
        clock.advance(by: .seconds(100_000))
        #expect(try store.claim("new", as: ClaimID(), lease: .seconds(Int64.max)) == .claimed)
        #expect(store.count == 1)
        #expect(log.lines.count == 2)
    }

    @Test("D12 W33 what has ended makes room before anything that holds, however long each is kept")
    func unlikeTimes() throws {
        let (clock, log) = (ManualClock(), LineLog())
        let store = InMemoryDeduplicationStore(capacity: 3, logger: log.logger, clock: clock.runtime)
        // The first is kept longest: in the order in which they came, it would be the first to go.
        for (key, keepFor) in [("long", 1_000), ("short", 10), ("shorter", 5)] {
            let claim = ClaimID()
            #expect(try store.claim(key, as: claim, lease: .seconds(60)) == .claimed)
            #expect(store.complete(key, claim, keepFor: .seconds(keepFor)))
        }
        clock.advance(by: .seconds(11))
        for key in ["a", "b"] { #expect(try store.claim(key, as: ClaimID(), lease: .seconds(60)) == .claimed) }
        #expect(try store.claim("long", as: ClaimID(), lease: .seconds(60)) == .done)
        #expect(log.lines.isEmpty)
    }

    @Test("D12 what is being worked on is never forgotten: a store that is full of it takes nothing more")
    func busy() throws {
        let clock = ManualClock()
        let store = InMemoryDeduplicationStore(capacity: 2, clock: clock.runtime)
        let claims = ["a": ClaimID(), "b": ClaimID()]
        for (key, claim) in claims { #expect(try store.claim(key, as: claim, lease: .seconds(60)) == .claimed) }
        #expect(throws: InMemoryDeduplicationStore.Full(capacity: 2)) {
            try store.claim("c", as: ClaimID(), lease: .seconds(60))
        }
        for (key, claim) in claims {
            #expect(try store.claim(key, as: ClaimID(), lease: .seconds(60)) == .busy)
            #expect(try store.claim(key, as: claim, lease: .seconds(60)) == .claimed)
            #expect(store.complete(key, claim, keepFor: keepFor))
        }
        #expect(try store.claim("c", as: ClaimID(), lease: .seconds(60)) == .claimed)
        let text = "\(InMemoryDeduplicationStore.Full(capacity: 2))"
        #expect(text == "the store is full: all of its 2 events are being worked on")
    }
}
