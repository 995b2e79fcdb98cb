import Courier
import WaybillTesting

/// A client over a transport that answers from a list, on a clock that nobody waits for.
struct CourierBench {
    let client: CourierClient
    let clock = ManualClock(sleeping: .atOnce(below: .seconds(20)), randomness: .fixed(0))
    private let stub: StubTransport

    init(_ answers: StubAnswer...) throws {
        stub = StubTransport(answers)
        client = try CourierClient(
            accountID: "a1",
            place: "eu",
            token: "t",
            configuration: ClientConfiguration(transport: stub, clock: clock.runtime)
        )
    }

    /// What went out, in order.
    var requests: [RecordedRequest] { stub.requests }
}
