import Connectly
import Simpu

/// Sends through the clients of Connectly and Simpu.
enum Conversations {
    static func run(_ checks: inout Checks) async throws {
        try await sendsAMessage(&checks)
        try await switchesOverErrors(&checks)
        try await sendsAText(&checks)
        try await walksThroughPages(&checks)
    }

    private static func connectly(_ transport: CannedTransport) throws -> ConnectlyClient {
        try ConnectlyClient(
            businessID: "biz_1",
            apiKey: "consumer's key",
            configuration: ClientConfiguration(retry: .never, transport: transport)
        )
    }

    private static func simpu(_ transport: CannedTransport) throws -> SimpuClient {
        try SimpuClient(
            apiKey: "consumer's key",
            configuration: ClientConfiguration(retry: .never, transport: transport)
        )
    }

    private static func sendsAMessage(_ checks: inout Checks) async throws {
        let transport = CannedTransport([(201, #"{"id":"01HF1"}"#)])
        let sent = try await connectly(transport).messages.send(
            recipient: .init(id: "+16045550199"),
            message: .init(
                text: "Confirm?",
                content: .replyButtonMessage(.init(buttons: [.init(id: "yes", text: "Yes")]))
            ),
            callbackData: ["order": 42]
        )
        checks.expect(sent.id == "01HF1", "any 2xx is a success")
        let request = transport.requests.first
        checks.expect(
            request?.url == "https://api.connectly.ai/v1/businesses/biz_1/send/messages",
            "the business stands in the path"
        )
        let body = request?.body.map { String(decoding: $0, as: UTF8.self) } ?? ""
        checks.expect(
            body.contains(#""message":{"text":"Confirm?","replyButtonMessage":{"buttons""#),
            "content stands beside the text"
        )
    }

    private static func switchesOverErrors(_ checks: inout Checks) async throws {
        let refusal =
            #"{"message":"Window closed","type":"ERROR_TYPE_DEADLINE_EXCEEDED","code":"ERROR_CODE_MESSAGE_OUTSIDE_OF_ELIGIBILITY_WINDOW","cntTraceId":"11824978358485860716","details":{}}"#
        let client = try connectly(CannedTransport([(400, refusal)]))
        do throws(ConnectlyError) {
            _ = try await client.messages.send(recipient: .init(id: "+16045550199"), message: .init(text: "Hi"))
            checks.expect(false, "a refusal is thrown")
        } catch {
            if case .outsideWindow = error { checks.expect(true, "") } else { checks.expect(false, "the code decides") }
            checks.expect(error.traceID == "11824978358485860716", "further members of an error can be read")
            checks.expect(error.type == .deadlineExceeded, "as words of open sets, too")
        }
    }

    private static func sendsAText(_ checks: inout Checks) async throws {
        let transport = CannedTransport([(200, #"{"status":200,"data":{"message":{"id":"a1","recipients":["234"]}}}"#)])
        let sent = try await simpu(transport).sms.send(
            recipients: ["2348000000001", "2348000000002"],
            senderID: "Farm",
            content: "The truck is here."
        )
        checks.expect(sent.id == "a1" && sent.recipients == ["234"], "an older answer is read, too")
        let body = transport.requests.first?.body.map { String(decoding: $0, as: UTF8.self) } ?? ""
        checks.expect(body.contains(#""recipients":"2348000000001,2348000000002""#), "a list is one text on the wire")
        checks.expect(transport.requests.first?.headers[.authorization] == "consumer's key", "the bare key")
    }

    private static func walksThroughPages(_ checks: inout Checks) async throws {
        let transport = CannedTransport([
            (200, #"{"rows":[{"id":"r1"},{"id":"r2"}],"meta":{"pagination":{"next_page":"True","query_id":"q-1"}}}"#),
            (200, #"{"rows":[{"id":"r3"}],"meta":{"pagination":{"next_page":"False","query_id":"q-1"}}}"#),
        ])
        var ids: [String] = []
        for try await row in try simpu(transport).contacts.queryAll(limit: 2) { ids.append(row.id) }
        checks.expect(ids == ["r1", "r2", "r3"], "all pages are read")
        checks.expect(transport.requests.last?.url.contains("query_id=q-1") == true, "the query is carried over")
    }
}
