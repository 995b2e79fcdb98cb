import Courier
import Foundation
import Testing
import WaybillTesting

/// Money keeps its digits from the spec to the wire.
@Suite struct CourierMoneyTests {
    @Test("a default of 19.99 goes out as 19.99")
    func standard() async throws {
        let bench = try CourierBench(.status(204))
        _ = try await bench.client.priceLists.charge()
        #expect(bench.requests.first?.text == #"{"amount":19.99,"rate":19.990000000000000001,"tax":1.10}"#)
    }

    @Test(
        "bounds of decimals are exact",
        arguments: ["0.0099999999999999999999", "99999999999999999999.9900000000001"]
    )
    func bounds(text: String) async throws {
        let bench = try CourierBench(.status(204))
        let amount = try #require(Decimal(string: text))
        await #expect(throws: CourierError.self) { try await bench.client.priceLists.charge(amount: amount) }
        await #expect(throws: CourierError.self) {
            try await bench.client.priceLists.charge(shares: [try #require(Decimal(string: "0.50000000000000000001"))])
        }
        #expect(bench.requests.isEmpty)
    }

    @Test("a header without any value is left out, and one with a value is not")
    func emptyCredential() async throws {
        let bench = try CourierBench(.status(204))
        _ = try await bench.client.priceLists.charge()
        #expect(bench.requests.first?.header("X-Courier-Branch") == nil)
        let transport = StubTransport(.status(204))
        let configuration = ClientConfiguration(transport: transport)
        let client = try CourierClient(
            accountID: "a1",
            place: "eu",
            token: "t",
            branch: "b1",
            configuration: configuration
        )
        _ = try await client.priceLists.charge()
        #expect(transport.requests.first?.header("X-Courier-Branch") == "branch b1")
    }
}
