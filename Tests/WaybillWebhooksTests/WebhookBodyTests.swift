import HTTPTypes
import Synchronization
import TestSupport
import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime
@_spi(Generated) @testable import WaybillWebhooks

@Suite struct WebhookBodyTests {
    @Test("W09 A body that says the same in other bytes is refused", arguments: WebhookSample.all)
    func otherBytes(_ sample: WebhookSample) throws {
        let signed = "{\"b\": 1.0,\r\n \"a\":\"\\u00e9\"}"
        let others = [
            "{\"a\":\"\\u00e9\",\r\n \"b\": 1.0}", "{\"b\":1.0,\"a\":\"\\u00e9\"}", "{\"b\": 1.0,\r\n \"a\":\"é\"}",
            "{\"b\": 1.0,\r\n \"a\":\"\\u00E9\"}", "{\"b\": 1,\r\n \"a\":\"\\u00e9\"}", "\u{FEFF}" + signed,
            signed + "\n",
            "{\"b\": 1.0,\n \"a\":\"\\u00e9\"}", " " + signed, signed + " ", signed + "\0", "", "\(signed)\(signed)",
        ]
        let verifier = try sample.verifier()
        let headers = try sample.headers(sample.signature(Array(signed.utf8)))
        #expect(verifier.verdict(Array(signed.utf8), headers) == "accepted")
        for other in others { #expect(verifier.verdict(Array(other.utf8), headers) == "refused", "\(other)") }
    }

    @Test(
        "W10 W11 A right signature over what is no JSON: delivered with the reason, and acknowledged",
        arguments: WebhookSample.all
    )
    func noJSON(_ sample: WebhookSample) async throws {
        let webhook = try sample.webhook()
        for body in [
            [], [0x22, 0xFF, 0x22], Array("{".utf8), Array("<html>".utf8), Array(repeating: 0x5B, count: 100_000),
        ] {
            let headers = try sample.headers(sample.signature(body))
            let delivery = try webhook.receive(body: body, headers: headers)
            #expect(delivery.payload.body == body)
            #expect(delivery.json == .null)
            guard case .unrecognized(let event) = delivery.event else {
                Issue.record("\(delivery.event)")
                continue
            }
            #expect(event.type == nil && event.json == nil && event.reason?.reason.isEmpty == false)
            var works = 0
            let store = InMemoryDeduplicationStore(clock: sample.clock)
            for _ in 0..<2 {
                let status = try await webhook.process(body: body, headers: headers, store: store) { _ in works += 1 }
                #expect(status == 200)
            }
            #expect(works == 1)
        }
    }

    @Test("J11 A signed body that names a key twice is no event, at any depth: delivered with the reason and its JSON")
    func duplicateKeys() throws {
        let sample = WebhookSample.simpu
        for (text, path) in [
            (#"{"id":"evt_1","type":"a","type":"b","x":1}"#, "type"),
            (#"{"id":"evt_1","type":"b","x":1,"data":[{"s":1,"s":2}]}"#, "data[0].s"),
        ] {
            let body = Array(text.utf8)
            let delivery = try sample.webhook().receive(body: body, headers: sample.headers(sample.signature(body)))
            guard case .unrecognized(let event) = delivery.event else {
                Issue.record("\(delivery.event)")
                continue
            }
            #expect(event.type == "b")
            #expect(event.json?["x"] == 1)
            #expect(event.reason?.path == path)
            #expect(event.reason?.reason.contains("twice") == true)
            #expect(delivery.id == "evt_1")
        }
    }

    @Test(
        "W12 The limit is asked before a single byte is looked at; one byte less is accepted",
        arguments: WebhookSample.all
    )
    func limit(_ sample: WebhookSample) throws {
        let verifier = try sample.verifier()
        #expect(verifier.bodyLimit == 1_048_576)
        let body = Array(repeating: UInt8(0x20), count: 1_048_577)
        let headers = try sample.headers(sample.signature(body))
        #expect(throws: WebhookError.tooLarge(limit: 1_048_576)) { try verifier.verify(body: body, headers: headers) }
        let untouched = UntouchableBody(count: 1_048_577)
        #expect(throws: WebhookError.tooLarge(limit: 1_048_576)) {
            try verifier.verify(body: untouched, headers: headers)
        }
        let largest = Array(body.dropLast())
        let bodies = [Array(largest.prefix(131_072)), largest]
        let times = try bodies.map { body in
            let right = try sample.headers(sample.signature(body))
            return ProcessorTime.best(of: 5) { #expect(verifier.verdict(body, right) == "accepted") }
        }
        // Eight times the bytes, in linear time.
        #expect(times[1] < times[0] * 24)
    }

    @Test("W12 A limit of one's own; none is no choice")
    func otherLimit() throws {
        let sample = WebhookSample.connectly
        let verifier = try sample.verifier(WebhookConfiguration(bodyLimit: 3))
        #expect(try verifier.verdict([1, 2, 3], sample.headers(sample.signature([1, 2, 3]))) == "accepted")
        #expect(try verifier.verdict([1, 2, 3, 4], sample.headers(sample.signature([1, 2, 3, 4]))) == "too large")
        for limit in [0, -1, Int.min] {
            #expect(throws: ConfigurationError.self) { try sample.verifier(WebhookConfiguration(bodyLimit: limit)) }
        }
    }

    @Test("W13 Nothing reads a body whose signature does not hold", arguments: WebhookSample.all)
    func parsing(_ sample: WebhookSample) throws {
        let reads = Mutex(0)
        let receiver = try WebhookReceiver(
            sample.definition,
            secrets: sample.secrets,
            configuration: WebhookConfiguration(clock: sample.clock)
        ) { reader in
            reads.withLock { $0 += 1 }
            return reader.value().map(ReceivedModel<JSONValue>.event)
        }
        let webhook = SampleWebhook(receiver: receiver)
        let wrong = try sample.headers(sample.signature([1]))
        for body in [Array(repeating: 0x5B, count: 100_000), Array("{".utf8), Array("{}".utf8), []] {
            #expect(throws: WebhookError.refused) { try webhook.receive(body: body, headers: wrong) }
        }
        #expect(reads.withLock { $0 } == 0)
        let body = Array("{}".utf8)
        _ = try webhook.receive(body: body, headers: sample.headers(sample.signature(body)))
        #expect(reads.withLock { $0 } == 1)
    }
}

/// A body that must not be read.
private struct UntouchableBody: Collection {
    let count: Int
    var startIndex: Int { 0 }
    var endIndex: Int { count }

    subscript(position: Int) -> UInt8 {
        Issue.record("byte \(position) was read")
        return 0
    }

    func index(after index: Int) -> Int { index + 1 }
}
