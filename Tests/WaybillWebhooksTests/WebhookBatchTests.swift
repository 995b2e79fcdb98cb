import HTTPTypes
import TestSupport
import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime
@_spi(Generated) @testable import WaybillWebhooks

@Suite struct WebhookBatchTests {
    private struct Roll: APIBatchWebhook {
        let receiver: WebhookReceiver<ReceivedModel<JSONValue>>
    }

    private func roll(_ path: String = "[]", _ deduplication: WebhookDeduplicationKey = .field("id")) throws -> Roll {
        let scheme = WebhookSignatureScheme(algorithm: .sha256, encoding: .hex, header: "X-Signature")
        let definition = WebhookDefinition(name: "roll", scheme: scheme, batch: path, deduplication: deduplication)
        return Roll(
            receiver: try WebhookReceiver(definition, secrets: ["s"]) { reader in
                reader.value().map(ReceivedModel.event)
            }
        )
    }

    private func receive(_ text: String, _ roll: Roll) throws -> [WebhookDelivery<ReceivedModel<JSONValue>>] {
        try roll.receive(body: Array(text.utf8), headers: roll.receiver.sign(body: Array(text.utf8)))
    }

    @Test(
        "The events of lists, in the order of the body",
        arguments: [
            ("[]", #"[{"id":"1"},{"id":2}]"#, ["1", "2"]),
            ("[]", "[]", []),
            ("events[]", #"{"events":[{"id":"1"}],"id":"9"}"#, ["1"]),
            ("a.b[]", #"{"a":{"b":[{"id":"1"},{"id":"2"}]}}"#, ["1", "2"]),
            (
                "entry[].changes[]",
                #"{"entry":[{"changes":[{"id":"1"},{"id":"2"}]},{"changes":[]},{"changes":[{"id":"3"}]}]}"#,
                ["1", "2", "3"]
            ),
            ("[].e[]", #"[{"e":[{"id":"1"}]},{"e":[{"id":"2"}]}]"#, ["1", "2"]),
        ] as [(String, String, [String])]
    )
    func elements(path: String, body: String, ids: [String]) throws {
        let deliveries = try receive(body, roll(path))
        #expect(deliveries.map(\.id) == ids)
        #expect(deliveries.allSatisfy { $0.event.isRecognized })
        #expect(deliveries.map(\.key) == ids.map { "roll:\($0)" })
        #expect(deliveries.allSatisfy { $0.json["id"] != nil && $0.payload.body == Array(body.utf8) })
    }

    @Test(
        "What leads to no list makes no webhook",
        arguments: ["", "a", "a[].b", "[][]", ".[]", "a..b[]", "a[]b[]", "a[].", "[0]", "a[1][]"]
    )
    func malformed(path: String) {
        #expect(WebhookBatchPath(path) == nil)
        #expect(throws: ConfigurationError.self) { try roll(path) }
    }

    @Test("Nothing of a body is passed over: where a list is missing, what should have it is delivered with the reason")
    func missingLists() throws {
        let body = #"{"entry":[{"changes":[{"id":"1"}]},{"id":"2","changed":[]},{"changes":{}}]}"#
        let deliveries = try receive(body, roll("entry[].changes[]"))
        #expect(deliveries.map(\.event.isRecognized) == [true, false, false])
        #expect(deliveries[1].event.unrecognizedEvent?.json == ["id": "2", "changed": []])
        #expect(deliveries[1].event.unrecognizedEvent?.reason?.path == "entry[1].changes")
        #expect(deliveries[1].id == "2")
        for text in ["{}", "null", "[", "", #"[{"id":"1"},{"id":"2","id":"3"}]"#] {
            let deliveries = try receive(text, roll())
            #expect(deliveries.count == 1 && deliveries[0].event.unrecognizedEvent?.reason != nil, "\(text)")
        }
    }

    @Test("Events without an id of their own are told apart by their places, and known again by them")
    func places() throws {
        let text = #"[{"a":1},{"a":1},{"id":"7"}]"#
        let name = try #require(HTTPField.Name("X-Delivery"))
        for key in [WebhookDeduplicationKey.signature, .header("X-Delivery"), .field("id")] {
            let roll = try roll("[]", key)
            var headers = roll.receiver.sign(body: Array(text.utf8))
            headers[name] = "d"
            let ids = try (0..<2).map { _ in try roll.receive(body: Array(text.utf8), headers: headers).map(\.id) }
            #expect(ids[0] == ids[1])
            #expect(Set(ids[0]).count == 3)
            if case .field = key { #expect(ids[0][2] == "7") }
        }
    }

    @Test("A body that is forged has no events")
    func forged() throws {
        let roll = try roll()
        let headers = roll.receiver.sign(body: Array("[]".utf8))
        #expect(throws: WebhookError.refused) { try roll.receive(body: Array("[{}]".utf8), headers: headers) }
    }

    @Test("Work that fails holds up no other event; the whole body comes again, and only that event is worked on")
    func failure() async throws {
        let roll = try roll()
        let store = InMemoryDeduplicationStore()
        let body = Array(#"[{"id":"1"},{"id":"2"},{"id":"3"}]"#.utf8)
        let headers = roll.receiver.sign(body: body)
        var worked: [String] = []
        await #expect(throws: WebhookSampleError.workFailed) {
            _ = try await roll.process(body: body, headers: headers, store: store) { delivery in
                worked.append(delivery.id)
                if delivery.id == "2" { throw WebhookSampleError.workFailed }
            }
        }
        #expect(worked == ["1", "2", "3"])
        let status = try await roll.process(body: body, headers: headers, store: store) { worked.append($0.id) }
        #expect(status == 200)
        #expect(worked == ["1", "2", "3", "2"])
        let again = try await roll.process(body: body, headers: headers, store: store) { worked.append($0.id) }
        #expect(again == 200 && worked.count == 4)
    }

    @Test("An event that is being worked on elsewhere has the body come again, and the others are worked on")
    func busy() async throws {
        let roll = try roll()
        let store = InMemoryDeduplicationStore()
        let body = Array(#"[{"id":"1"},{"id":"2"}]"#.utf8)
        let headers = roll.receiver.sign(body: body)
        let other = ClaimID()
        #expect(try store.claim("roll:1", as: other, lease: .seconds(60)) == .claimed)
        var worked: [String] = []
        let status = try await roll.process(body: body, headers: headers, store: store) { worked.append($0.id) }
        #expect(status == 503)
        #expect(worked == ["2"])
        #expect(store.complete("roll:1", other, keepFor: .seconds(60)))
        #expect(try await roll.process(body: body, headers: headers, store: store) { worked.append($0.id) } == 200)
        #expect(worked == ["2"])
    }

    @Test("A forged or too large body, one without events, and a lease of nothing")
    func ends() async throws {
        let roll = try roll()
        let store = InMemoryDeduplicationStore()
        let body = Array("[]".utf8)
        let headers = roll.receiver.sign(body: body)
        #expect(try await roll.process(body: body, headers: headers, store: store) { _ in } == 200)
        #expect(try await roll.process(body: body + [0x20], headers: headers, store: store) { _ in } == 401)
        let large = Array(repeating: UInt8(0x20), count: 1_048_577)
        #expect(try await roll.process(body: large, headers: headers, store: store) { _ in } == 413)
        await #expect(throws: ConfigurationError.self) {
            _ = try await roll.process(body: body, headers: headers, store: store, lease: .zero) { _ in }
        }
    }
}
