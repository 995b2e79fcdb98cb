import Courier
import TestSupport
import Testing
import WaybillTesting

/// The clients that sign what they send.
@Suite struct DepotTests {
    @Test("the signature is that of the known result, and the key is made where the caller gives none")
    func signs() async throws {
        let stub = StubTransport(.json(202, "{}"))
        let clock = ManualClock(now: .seconds(1_700_000_000), randomness: .fixed(0))
        let client = try DepotClient(
            endpoint: "https://api.courier.example/depots/one/slots",
            keyID: "dk_1",
            secret: "ds_test",
            slotKeys: ["a7"],
            configuration: ClientConfiguration(transport: stub, clock: clock.runtime)
        )
        _ = try await client.slots.report("a7", event: SlotEvent())
        let request = try #require(stub.requests.first)
        #expect(request.json?["event"]?["slot"] == "a7")
        #expect(request.json?["event"]?["event_id"]?.stringValue?.hasPrefix("evt_") == true)
        #expect(request.header("X-Depot-Key") == "dk_1")
        #expect(request.header("X-Depot-Time") == "1700000000")
        #expect(request.header("X-Depot-Signature")?.count == 88)
    }

    @Test("a slot that the client's option does not list is refused before anything is sent")
    func options() async throws {
        let stub = StubTransport(.json(202, "{}"))
        let client = try DepotClient(
            endpoint: "https://api.courier.example/depots/one/slots",
            keyID: "dk_1",
            secret: "ds_test",
            slotKeys: ["a7"],
            configuration: ClientConfiguration(transport: stub)
        )
        let error = try await #require(throws: CourierError.self) {
            try await client.slots.report("b1", event: SlotEvent())
        }
        guard case .invalidArgument = error else { throw Unexpected(error) }
        #expect(stub.requests.isEmpty)
    }
}
