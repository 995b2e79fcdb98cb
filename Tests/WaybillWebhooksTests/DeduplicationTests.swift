import HTTPTypes
import Logging
import Synchronization
import TestSupport
import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime
@_spi(Generated) @testable import WaybillWebhooks

@Suite struct DeduplicationTests {
    private let body = Array(#"{"id":"evt_1","data":{"id":7}}"#.utf8)

    private func headers(_ sample: WebhookSample, _ body: [UInt8]) throws -> HTTPFields {
        var headers = try sample.headers(sample.signature(body))
        for name in ["X-GitHub-Delivery"].compactMap({ HTTPField.Name($0) }) { headers[name] = "delivery_1" }
        return headers
    }

    @Test("W30 The same event twice: the second is a duplicate", arguments: WebhookSample.all)
    func twice(_ sample: WebhookSample) async throws {
        let webhook = try sample.webhook()
        let store = InMemoryDeduplicationStore(clock: sample.clock)
        let headers = try headers(sample, body)
        let first = try await webhook.receive(body: body, headers: headers, claiming: store)
        let second = try await webhook.receive(body: body, headers: headers, claiming: store)
        #expect(!first.isDuplicate && second.isDuplicate)
        #expect(first.delivery.id == second.delivery.id)
        #expect(second.delivery.event["id"] == "evt_1")
        #expect(second.delivery.json == second.delivery.event)
        #expect(second.delivery.matchedSecret == 0)
    }

    @Test("W31 Of a hundred parallel copies exactly one is the first", arguments: WebhookSample.all)
    func parallel(_ sample: WebhookSample) async throws {
        let webhook = try sample.webhook()
        let store = InMemoryDeduplicationStore(clock: sample.clock)
        let (body, headers) = (body, try headers(sample, body))
        let firsts = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<100 {
                group.addTask { try await !webhook.receive(body: body, headers: headers, claiming: store).isDuplicate }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(firsts == 1)
    }

    @Test("W32 A store that throws: the event is not taken", arguments: WebhookSample.all)
    func brokenStore(_ sample: WebhookSample) async throws {
        let webhook = try sample.webhook()
        let headers = try headers(sample, body)
        await #expect(throws: WebhookSampleError.storeIsDown) {
            try await webhook.receive(body: body, headers: headers, claiming: BrokenStore())
        }
        await #expect(throws: WebhookSampleError.storeIsDown) {
            try await webhook.process(body: body, headers: headers, store: BrokenStore()) { _ in
                Issue.record("worked on an event that nobody claimed")
            }
        }
    }

    @Test("W33 Copies are known by the event's id, a header field or the signature itself")
    func keys() throws {
        for (sample, id) in [
            (WebhookSample.simpu, "evt_1"), (.stripe, "evt_1"), (.standard, "msg_1"), (.github, "delivery_1"),
        ] {
            #expect(try sample.webhook().receive(body: body, headers: headers(sample, body)).id == id)
        }
        let connectly = WebhookSample.connectly
        let id = try connectly.webhook().receive(body: body, headers: headers(connectly, body)).id
        #expect(try id == connectly.signature(body))
        #expect(try connectly.webhook().receiver.key(id) == "connectly:\(id)")
    }

    @Test(
        "W33 An event without its id is known by its signature: neither lost nor taken for another",
        arguments: ["{}", #"{"id":null}"#, #"{"id":""}"#, #"{"id":{}}"#, #"{"id":[1]}"#, #"[1]"#, "1", #"{"Id":"x"}"#]
    )
    func withoutID(json: String) throws {
        let sample = WebhookSample.simpu
        let body = Array(json.utf8)
        let delivery = try sample.webhook().receive(body: body, headers: sample.headers(sample.signature(body)))
        #expect(try delivery.id == sample.signature(body))
    }

    @Test("W33 Ids that are numbers, that stand deeper, or that are long")
    func otherIDs() throws {
        #expect(try JSONValue(parsing: body).scalar(at: "data.id") == "7")
        #expect(try JSONValue(parsing: body).scalar(at: "data.id.x") == nil)
        #expect(try JSONValue(parsing: #"{"id":9223372036854775808}"#).scalar(at: "id") == "9223372036854775808")
        let webhook = try WebhookSample.simpu.webhook()
        let (long, other) = (String(repeating: "é", count: 100_000), String(repeating: "é", count: 99_999))
        #expect(webhook.receiver.key(long).utf8.count < 200)
        #expect(webhook.receiver.key(long) != webhook.receiver.key(other))
        #expect(webhook.receiver.key("evt_1") == "simpu:evt_1")
    }

    @Test("W33 W34 A claim holds for 25 hours of the injected clock, 23 among them, and not for ever")
    func duration() async throws {
        let sample = WebhookSample.simpu
        let clock = ManualClock()
        let store = InMemoryDeduplicationStore(clock: clock.runtime)
        let webhook = try sample.webhook()
        let headers = try headers(sample, body)
        func isDuplicate() async throws -> Bool {
            try await webhook.receive(body: body, headers: headers, claiming: store).isDuplicate
        }
        #expect(try await !isDuplicate())
        for hours in [1, 22, 2] {
            clock.advance(by: .seconds(hours * 3_600))
            #expect(try await isDuplicate())
        }
        // Setting the wall clock changes nothing.
        clock.setNow(.seconds(5_000_000_000))
        #expect(try await isDuplicate())
        clock.advance(by: .seconds(2))
        #expect(try await !isDuplicate())
    }

    @Test("W33 When it is full the oldest leaves first, and the log says so at most once a minute")
    func full() {
        let (clock, log) = (ManualClock(), LineLog())
        let store = InMemoryDeduplicationStore(capacity: 10, logger: log.logger, clock: clock.runtime)
        for key in 0..<10 { #expect(store.claim("\(key)", keepFor: .seconds(90_000))) }
        #expect(log.lines.isEmpty)
        for key in 10..<15 { #expect(store.claim("\(key)", keepFor: .seconds(90_000))) }
        #expect(store.count == 10)
        #expect(log.lines == ["warning: [webhooks] the store is full: dropped 1 of its oldest claims (of 10)"])
        clock.advance(by: .seconds(60))
        #expect(store.claim("0", keepFor: .seconds(90_000)))
        #expect(log.lines.last == "warning: [webhooks] the store is full: dropped 5 of its oldest claims (of 10)")
        #expect(log.lines.count == 2)
        for key in 6..<15 { #expect(!store.claim("\(key)", keepFor: .seconds(90_000))) }
        clock.advance(by: .seconds(100_000))
        #expect(store.claim("new", keepFor: .seconds(Int64.max)))
        #expect(store.count == 1)
        #expect(log.lines.count == 2)
    }

    @Test("W35 Work that fails gives the claim up, so that the next try is worked on", arguments: WebhookSample.all)
    func failingWork(_ sample: WebhookSample) async throws {
        let webhook = try sample.webhook()
        let store = InMemoryDeduplicationStore(clock: sample.clock)
        let headers = try headers(sample, body)
        await #expect(throws: WebhookSampleError.workFailed) {
            try await webhook.process(body: body, headers: headers, store: store) { _ in
                throw WebhookSampleError.workFailed
            }
        }
        #expect(store.count == 0)
        var worked: [String] = []
        for _ in 0..<3 {
            let status = try await webhook.process(body: body, headers: headers, store: store) { worked.append($0.id) }
            #expect(status == 200)
        }
        #expect(worked.count == 1)
    }

    @Test("W35 A cancelled task's claim is given up as well")
    func cancelledWork() async throws {
        let sample = WebhookSample.simpu
        let store = CountingStore()
        let (webhook, headers, body) = (try sample.webhook(), try headers(sample, body), body)
        let task = Task {
            try await webhook.process(body: body, headers: headers, store: store) { _ in
                withUnsafeCurrentTask { $0?.cancel() }
                try Task.checkCancellation()
            }
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(store.releases.withLock { $0 } == ["simpu:evt_1"])
    }

    @Test(
        "Requests that are not taken have a status of their own; nothing is claimed for them",
        arguments: WebhookSample.all
    )
    func statuses(_ sample: WebhookSample) async throws {
        let webhook = try sample.webhook()
        let store = InMemoryDeduplicationStore(clock: sample.clock)
        let (wrong, large) = (sample.headers("x"), Array(repeating: UInt8(0x20), count: 1_048_577))
        let work: (WebhookDelivery<JSONValue>) -> Void = { _ in Issue.record("worked on it") }
        #expect(try await webhook.process(body: body, headers: wrong, store: store) { work($0) } == 401)
        #expect(try await webhook.process(body: large, headers: wrong, store: store) { work($0) } == 413)
        let unreadable = try headers(sample, [0x7B])
        await #expect(throws: WebhookError.self) {
            try await webhook.process(body: [0x7B], headers: unreadable, store: store) { work($0) }
        }
        #expect(store.count == 0)
        let acknowledgement = sample.definition.acknowledgement
        #expect(acknowledgement.isAcknowledged(by: 202) && !acknowledgement.isAcknowledged(by: 204))
    }
}

private struct BrokenStore: DeduplicationStore {
    func claim(_ key: String, keepFor: Duration) async throws -> Bool { throw WebhookSampleError.storeIsDown }
    func release(_ key: String) async throws { throw WebhookSampleError.storeIsDown }
}

/// A store that, like a database's client, does nothing in a cancelled task.
private final class CountingStore: DeduplicationStore {
    let releases = Mutex<[String]>([])

    func claim(_ key: String, keepFor: Duration) async throws -> Bool {
        try Task.checkCancellation()
        return true
    }

    func release(_ key: String) async throws {
        try Task.checkCancellation()
        releases.withLock { $0.append(key) }
    }
}
