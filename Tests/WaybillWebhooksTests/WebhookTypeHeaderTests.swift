import HTTPTypes
import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime
@_spi(Generated) @testable import WaybillWebhooks

/// Events that say in a header what they are.
@Suite struct WebhookTypeHeaderTests {
    private struct Hook: APIWebhook {
        let receiver: WebhookReceiver<Event>
    }

    private struct Hooks: APIBatchWebhook {
        let receiver: WebhookReceiver<Event>
    }

    private enum Event: ReceivableEvent {
        case opened(String)
        case ping
        case unrecognized(UnrecognizedEvent)

        var unrecognizedEvent: UnrecognizedEvent? {
            if case .unrecognized(let event) = self { event } else { nil }
        }

        init?(from reader: inout JSONReader, type: String?, hasPing: Bool) {
            let text = reader.peekString("parcel")
            guard let json = reader.value() else { return nil }
            switch type {
            case "opened":
                guard let text else {
                    reader.missing("parcel")
                    return nil
                }
                self = .opened(text)
            case nil where hasPing: self = .ping
            default: self = .unrecognized(UnrecognizedEvent(type: type, json: json))
            }
        }
    }

    private static let body = Array(#"{"parcel":"p1"}"#.utf8)
    private let name: HTTPField.Name

    init() throws {
        name = try #require(HTTPField.Name("X-Event"))
    }

    private func receiver(
        _ header: String = "X-Event",
        batch: String? = nil,
        hasPing: Bool = false
    ) throws -> WebhookReceiver<Event> {
        let scheme = WebhookSignatureScheme(algorithm: .sha256, encoding: .hex, header: "X-Signature")
        let definition = WebhookDefinition(name: "hook", scheme: scheme, batch: batch, typeHeader: header)
        return try WebhookReceiver(definition, secrets: ["s"]) {
            Event(from: &$0, type: $1, hasPing: hasPing)
        }
    }

    private func receive(_ types: [String], body: [UInt8] = Self.body, hasPing: Bool = false) throws -> Event {
        let hook = Hook(receiver: try receiver(hasPing: hasPing))
        var headers = hook.receiver.sign(body: body)
        for type in types { headers.append(HTTPField(name: name, value: type)) }
        return try hook.receive(body: body, headers: headers).event
    }

    @Test("The header's text is the event's type, and is sent by who signs for tests")
    func named() throws {
        guard case .opened("p1") = try receive(["opened"]) else { return _ = Issue.record("not opened") }
        let hook = Hook(receiver: try receiver())
        let headers = hook.receiver.sign(body: Self.body, type: "opened")
        #expect(headers[name] == "opened")
        let pairs = headers.map { (name: $0.name.rawName.uppercased(), value: $0.value) }
        let delivery = try hook.receive(body: Self.body, headers: pairs)
        guard case .opened("p1") = delivery.event else { return _ = Issue.record("\(delivery.event)") }
    }

    @Test("A type that no case has is delivered with what it is called, and nothing is wrong with it")
    func unknown() throws {
        let event = try #require(try receive(["closed"]).unrecognizedEvent)
        #expect(event.type == "closed")
        #expect(event.json == ["parcel": "p1"])
        #expect(event.reason == nil)
    }

    @Test("Without the header it is the event that may lack one, or is delivered with the reason")
    func missing() throws {
        let event = try #require(try receive([]).unrecognizedEvent)
        #expect(event.type == nil)
        #expect(event.json == ["parcel": "p1"])
        #expect(event.reason?.description == "there is no header X-Event, which names the event")
        guard case .ping = try receive([], hasPing: true) else { return _ = Issue.record("no ping") }
    }

    @Test(
        "A header that comes twice, or is empty or too long, names nothing: no reader may see another event than the next",
        arguments: [["opened", "opened"], ["opened", "closed"], [""], [String(repeating: "o", count: 4097)]]
    )
    func unusable(types: [String]) throws {
        for hasPing in [false, true] {
            let event = try #require(try receive(types, hasPing: hasPing).unrecognizedEvent)
            #expect(event.type == nil)
            #expect(event.reason?.description == "there must be one header X-Event, with the event's name")
        }
    }

    @Test("An event that is not what its header says is delivered with its type and the reason")
    func misfit() throws {
        let event = try #require(try receive(["opened"], body: Array("{}".utf8)).unrecognizedEvent)
        #expect(event.type == "opened")
        #expect(event.reason?.path == "parcel")
        let malformed = try #require(try receive(["opened"], body: Array("{".utf8)).unrecognizedEvent)
        #expect(malformed.type == "opened" && malformed.reason != nil)
    }

    @Test("A forged request is refused, whatever the header says")
    func forged() throws {
        let hook = Hook(receiver: try receiver())
        let headers = hook.receiver.sign(body: Self.body, type: "opened")
        #expect(throws: WebhookError.refused) { try hook.receive(body: Self.body + [0x20], headers: headers) }
    }

    @Test("All events of a body are of the type that the header names")
    func batch() throws {
        let hooks = Hooks(receiver: try receiver(batch: "[]"))
        let body = Array(#"[{"parcel":"p1"},{},{"parcel":"p2"}]"#.utf8)
        let deliveries = try hooks.receive(body: body, headers: hooks.receiver.sign(body: body, type: "opened"))
        #expect(deliveries.map(\.event.isRecognized) == [true, false, true])
        #expect(deliveries[1].event.unrecognizedEvent?.type == "opened")
    }

    @Test("What is no name of a header makes no webhook", arguments: ["", "X Event", "X-Event:"])
    func malformed(header: String) {
        #expect(throws: ConfigurationError.self) { try receiver(header) }
    }
}
