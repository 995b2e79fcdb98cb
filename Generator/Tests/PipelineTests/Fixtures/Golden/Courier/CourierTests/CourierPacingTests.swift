import Courier
import Testing
import WaybillTesting

/// What the client makes of the rates in the spec, if it is asked to keep to them.
@Suite struct CourierPacingTests {
    @Test("an operation has the windows of its own rate; nothing is paced unless asked for")
    func documented() async throws {
        for (pacing, waits) in [(nil, []), (Pacing.documented, [Duration.milliseconds(1_020)])] {
            let clock = ManualClock(sleeping: .atOnce(below: .seconds(20)))
            let client = try CourierClient(
                accountID: "a1",
                place: "eu",
                token: "t",
                configuration: ClientConfiguration(
                    pacing: pacing,
                    transport: StubTransport { _ in .json(200, #"{"result":[]}"#) },
                    clock: clock.runtime
                )
            )
            for _ in 0..<11 { _ = try await client.watches.search() }
            #expect(clock.sleeps == waits)
        }
    }
}
