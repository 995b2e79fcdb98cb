import Testing
import WaybillRuntime
import WaybillTesting

@Suite struct PacerCheckTests {
    @Test("the pacer in memory does everything right", arguments: PacerCheck.all)
    func inMemory(_ check: PacerCheck) async throws {
        let clock = ManualClock()
        let pacer = InMemoryPacer(clock: clock.runtime)
        #expect(try await check.faults(of: pacer) { clock.advance(by: $0) } == [])
    }

    /// What a pacer does wrong, and in which check that shows.
    enum Fault: String, CaseIterable {
        case oneTooMany, firstWindowAlone, takesWhatIsTooFar, keepsWhatIsReleased, forgetsHolds, oneKeyForAll
        case neverForgets, ignoresLead
    }

    @Test("a pacer that does something wrong is found", arguments: Fault.allCases)
    func faulty(_ fault: Fault) async throws {
        var found: [String] = []
        for check in PacerCheck.all {
            let clock = ManualClock()
            let pacer = FaultyPacer(fault, clock.runtime)
            found += try await check.faults(of: pacer) { if fault != .neverForgets { clock.advance(by: $0) } }
        }
        #expect(!found.isEmpty)
    }

    /// The pacer in memory, with one fault.
    private struct FaultyPacer: Pacer {
        private let fault: Fault
        private let pacer: InMemoryPacer

        init(_ fault: Fault, _ clock: RuntimeClock) {
            self.fault = fault
            pacer = InMemoryPacer(clock: clock)
        }

        func reserve(
            _ key: String,
            _ rates: [RequestRate],
            after lead: Duration,
            within limit: Duration?
        ) -> PacePlace? {
            let key = fault == .oneKeyForAll ? "" : key
            let lead = fault == .ignoresLead ? .zero : lead
            let rates =
                switch fault {
                case .oneTooMany: rates.map { RequestRate($0.limit + 1, per: $0.window) }
                case .firstWindowAlone: Array(rates.prefix(1))
                default: rates
                }
            if fault == .takesWhatIsTooFar, let place = pacer.reserve(key, rates, after: lead, within: nil) {
                return place.wait > limit ?? place.wait ? nil : place
            }
            return pacer.reserve(key, rates, after: lead, within: limit)
        }

        func release(_ key: String, _ place: PacePlace) {
            if fault != .keepsWhatIsReleased { pacer.release(key, place) }
        }

        func hold(_ key: String, for duration: Duration) {
            if fault != .forgetsHolds { pacer.hold(key, for: duration) }
        }
    }
}
