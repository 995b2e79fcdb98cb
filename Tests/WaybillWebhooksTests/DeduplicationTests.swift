import HTTPTypes
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

    /// Delivers the event, and tells whether it was worked on; whatever is done is acknowledged.
    private func isWorkedOn(
        _ webhook: SampleWebhook,
        _ headers: HTTPFields,
        _ store: any DeduplicationStore
    ) async throws -> Bool {
        var isWorkedOn = false
        let status = try await webhook.process(body: body, headers: headers, store: store) { delivery in
            #expect(delivery.json["id"] == "evt_1")
            #expect(delivery.matchedSecret == 0)
            isWorkedOn = true
        }
        #expect(status == 200)
        return isWorkedOn
    }

    @Test("W30 The same event twice: the second is acknowledged, and not worked on", arguments: WebhookSample.all)
    func twice(_ sample: WebhookSample) async throws {
        let webhook = try sample.webhook()
        let store = InMemoryDeduplicationStore(clock: sample.clock)
        let headers = try headers(sample, body)
        #expect(try await isWorkedOn(webhook, headers, store))
        #expect(try await !isWorkedOn(webhook, headers, store))
        #expect(store.count == 1)
    }

    @Test("W31 Of a hundred parallel copies exactly one is worked on", arguments: WebhookSample.all)
    func parallel(_ sample: WebhookSample) async throws {
        let webhook = try sample.webhook()
        let store = InMemoryDeduplicationStore(clock: sample.clock)
        let (body, headers) = (body, try headers(sample, body))
        let answers = try await withThrowingTaskGroup(of: (status: Int, works: Int).self) { group in
            for _ in 0..<100 {
                group.addTask {
                    var works = 0
                    let status = try await webhook.process(body: body, headers: headers, store: store) { _ in works += 1
                    }
                    return (status, works)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let works = answers.reduce(0) { $0 + $1.works }
        Figure.tell(
            "an event is worked on once: copies at one moment, signed as \(sample.definition.name) does",
            "\(answers.count) copies, worked on \(works == 1 ? "once" : "\(works) times")"
        )
        #expect(works == 1)
        #expect(Set(answers.map(\.status)).subtracting([200, 503]).isEmpty)
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
        #expect(try connectly.webhook().receive(body: body, headers: headers(connectly, body)).key == "connectly:\(id)")
    }

    @Test(
        "W33 An event without its id is known by its signature: neither lost nor taken for another",
        arguments: [
            "{}", #"{"id":null}"#, #"{"id":""}"#, #"{"id":" "}"#, #"{"id":"\t\n\u00a0"}"#, #"{"id":{}}"#,
            #"{"id":[1]}"#,
            "[1]", "1", #"{"Id":"x"}"#, "no JSON",
        ]
    )
    func withoutID(json: String) throws {
        let sample = WebhookSample.simpu
        let body = Array(json.utf8)
        let delivery = try sample.webhook().receive(body: body, headers: sample.headers(sample.signature(body)))
        #expect(try delivery.id == sample.signature(body))
    }

    @Test("W33 Ids that are numbers, that stand deeper, or that are long")
    func otherIDs() throws {
        #expect(try JSONValue(parsing: body).scalar(at: DottedPath("data.id")) == "7")
        #expect(try JSONValue(parsing: body).scalar(at: DottedPath("data.id.x")) == nil)
        let digits = #"{"id":9223372036854775808}"#
        #expect(try JSONValue(parsing: digits).scalar(at: DottedPath("id")) == "9223372036854775808")
        let sample = WebhookSample.simpu
        func key(_ id: String) throws -> String {
            let body = Array(#"{"id":"\#(id)"}"#.utf8)
            return try sample.webhook().receive(body: body, headers: sample.headers(sample.signature(body))).key
        }
        let (long, other) = (String(repeating: "é", count: 100_000), String(repeating: "é", count: 99_999))
        #expect(try key(long).utf8.count < 200)
        #expect(try key(long) != key(other))
        #expect(try key("evt_1") == "simpu:evt_1")
    }

    @Test("W33 W34 What is done is known for 25 hours of the injected clock, 23 among them, and not for ever")
    func duration() async throws {
        let sample = WebhookSample.simpu
        let clock = ManualClock()
        let store = InMemoryDeduplicationStore(clock: clock.runtime)
        let webhook = try sample.webhook()
        let headers = try headers(sample, body)
        #expect(try await isWorkedOn(webhook, headers, store))
        for hours in [1, 22, 2] {
            clock.advance(by: .seconds(hours * 3_600))
            #expect(try await !isWorkedOn(webhook, headers, store))
        }
        // Setting the wall clock changes nothing.
        clock.setNow(.seconds(5_000_000_000))
        #expect(try await !isWorkedOn(webhook, headers, store))
        clock.advance(by: .seconds(2))
        #expect(try await isWorkedOn(webhook, headers, store))
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

    @Test(
        "Requests that are not taken have a status of their own; nothing is claimed for them",
        arguments: WebhookSample.all
    )
    func statuses(_ sample: WebhookSample) async throws {
        let webhook = try sample.webhook()
        let store = InMemoryDeduplicationStore(clock: sample.clock)
        let (wrong, large) = (sample.headers("x"), Array(repeating: UInt8(0x20), count: 1_048_577))
        let work: (WebhookDelivery<ReceivedModel<JSONValue>>) -> Void = { _ in Issue.record("worked on it") }
        #expect(try await webhook.process(body: body, headers: wrong, store: store) { work($0) } == 401)
        #expect(try await webhook.process(body: large, headers: wrong, store: store) { work($0) } == 413)
        #expect(store.count == 0)
        let acknowledgement = sample.definition.acknowledgement
        #expect(acknowledgement.isAcknowledged(by: 202) && !acknowledgement.isAcknowledged(by: 204))
    }
}
