import Courier
import HTTPTypes
import Testing
import WaybillTesting

/// Deliveries whose header says what they are.
@Suite struct CourierHookTests {
    private let name: HTTPField.Name

    init() throws {
        name = try #require(HTTPField.Name("X-Hook-Event"))
    }

    private func receive(_ body: String, _ type: String?) throws -> HookEvent {
        let webhook = try HookWebhook(secrets: ["hook"], challengeToken: "token")
        let headers = webhook.sign(body: Array(body.utf8), type: type)
        #expect(headers[name] == type)
        return try webhook.receive(body: Array(body.utf8), headers: headers).event
    }

    @Test("the same body is another event under another name")
    func names() throws {
        let body = #"{"parcel":"p1","moved":{"parcel":"p2","to":"de1"},"zen":"z"}"#
        guard case .parcelOpened(let opened) = try receive(body, "parcel.opened") else { return fail() }
        #expect(opened.parcel == "p1")
        guard case .parcelMoved(let moved) = try receive(body, "PARCEL_MOVED") else { return fail() }
        #expect(moved.parcel == "p2" && moved.to == "de1")
        guard case .ping(let ping) = try receive(body, nil) else { return fail() }
        #expect(ping.zen == "z")
        guard case .unrecognized(let event) = try receive(body, "parcel.eaten") else { return fail() }
        #expect(event.type == "parcel.eaten" && event.reason == nil)
    }

    @Test("a name that goes with another body is delivered with the reason")
    func misfit() throws {
        guard case .unrecognized(let event) = try receive("{}", "parcel.moved") else { return fail() }
        #expect(event.type == "parcel.moved")
        #expect(event.reason?.path == "moved")
    }

    @Test("the events of a body share their name")
    func batch() throws {
        let webhook = try BellWebhook(secrets: ["bell"])
        let body = Array(#"{"rings":[{"id":1},{"id":"2"},{"id":3}]}"#.utf8)
        let deliveries = try webhook.receive(body: body, headers: webhook.sign(body: body, type: "bell-struck"))
        #expect(deliveries.map(\.id) == ["1", "2", "3"])
        guard case .struck(let ring) = deliveries[2].event else { return fail() }
        #expect(ring.id == 3)
        #expect(deliveries[1].event.unrecognizedEvent?.reason?.path == "id")
        let unnamed = try webhook.receive(body: body, headers: webhook.sign(body: body))
        let reason = "there is no header X-Bell-Event, which names the event"
        #expect(unnamed.map { $0.event.unrecognizedEvent?.reason?.description } == [reason, reason, reason])
    }

    private func fail(at location: SourceLocation = #_sourceLocation) {
        Issue.record("another event", sourceLocation: location)
    }
}
