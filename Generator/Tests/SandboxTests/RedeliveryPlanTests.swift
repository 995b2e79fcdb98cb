import Testing
import WaybillJSON

@testable import Sandbox

@Suite struct RedeliveryPlanTests {
    @Test("Delays double up to a minute, and end with the tries")
    func waits() {
        let plan = RedeliveryPlan(tries: 4, delay: 200)
        #expect((1...4).map { plan.wait(after: $0) } == [200, 400, 800, nil])
        #expect(RedeliveryPlan(tries: 100, delay: 200).wait(after: 99) == 60_000)
        #expect(RedeliveryPlan(tries: 100, delay: .max).wait(after: 3) == 60_000)
        #expect(RedeliveryPlan(tries: 0, delay: -1) == RedeliveryPlan(tries: 1, delay: 0))
    }

    @Test("Plans are read, or refused")
    func parses() {
        #expect(RedeliveryPlan(parsing: "3/50ms") == RedeliveryPlan(tries: 3, delay: 50))
        for text in ["", "3", "0/1s", "3/1", "x/1s", "3/1s/2", "-1/1s"] {
            #expect(RedeliveryPlan(parsing: text) == nil)
        }
    }

    @Test("A delivery is tried until it is acknowledged, once for each copy")
    func notes() throws {
        let plan = RedeliveryPlan(tries: 2, delay: 10)
        var record = try record(times: 2)
        #expect(record.note(Self.attempt(500), plan) == 10)
        #expect(record.note(Self.attempt(200), plan) == 0)
        #expect(!record.isOver)
        #expect(record.note(Self.attempt(500), plan) == 10)
        #expect(record.note(Self.attempt(500), plan) == nil)
        #expect(record.isOver)
        #expect(record.json["state"] == "not acknowledged")
        #expect(record.json["tries"]?.arrayValue?.map { $0["acknowledged"] } == [false, true, false, false])
    }

    @Test("What was tampered with is not sent again")
    func tampered() throws {
        var record = try record(times: 1, tampering: .body)
        #expect(record.note(Self.attempt(401), RedeliveryPlan()) == nil)
        #expect(record.isOver)
    }

    private func record(times: Int, tampering: WebhookTampering? = nil) throws -> DeliveryRecord {
        let address = try #require(WebhookAddress("http://127.0.0.1:1/"))
        var order = DeliveryOrder(webhook: "W", example: "e", address: address, times: times)
        order.tampering = tampering
        return DeliveryRecord(number: "del_1", time: 0, order: order, body: [], id: nil)
    }

    private static func attempt(_ status: Int) -> DeliveryTry {
        DeliveryTry(time: 0, reply: .status(status), isAcknowledged: status == 200)
    }
}
