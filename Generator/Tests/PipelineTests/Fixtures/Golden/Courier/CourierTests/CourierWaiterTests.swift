import Courier
import TestSupport
import Testing
import WaybillTesting

/// How `waitUntilThere` polls.
@Suite struct CourierWaiterTests {
    private func state(_ word: String) -> StubAnswer {
        .json(200, #"{"parcel":{"id":7,"weight":1,"state":"\#(word)","default":true}}"#)
    }

    @Test("it polls until the predicate holds, with the spec's pause between two polls")
    func polls() async throws {
        let bench = try CourierBench(state("in_transit"), state("24h"), state("DELIVERED"))
        let parcel = try await bench.client.parcels.waitUntilThere(7).value
        #expect(parcel.state == .delivered)
        #expect(bench.requests.map(\.path).allSatisfy { $0.hasSuffix("/parcels/7") })
        #expect(bench.requests.count == 3)
        #expect(bench.clock.sleeps == [.seconds(1), .seconds(1)])
    }

    @Test("where the time is up first, the error has what was last seen")
    func timeout() async throws {
        let bench = try CourierBench(state("in_transit"), state("24h"))
        let error = try await #require(throws: CourierError.self) {
            try await bench.client.parcels.waitUntilThere(7, timeout: .seconds(1))
        }
        guard case .waitTimedOut(let failure) = error else { throw Unexpected(error) }
        #expect(failure.details.subject == "7")
        #expect(failure.details.lastStatus == "24h")
    }
}
