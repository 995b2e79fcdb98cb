import HTTPTypes
import Simpu
import TestSupport
import Testing
import WaybillTesting

/// S08: no key, no secret and nobody's data in anything that a program prints, dumps or logs by habit.
@Suite struct SimpuSecretsTests {
    static let apiKey = "CANARYKEY_1"
    static let secret = "CANARYHOOK_1"
    static let phone = "+8801999888777"
    static let credentials = ["CANARYKEY", "CANARYHOOK"]
    static let people = ["8801999888777", "CANARYTEXT", "CANARYDATA"]

    /// All the ways in which a program shows a value without thinking.
    static func shown<Value>(_ value: Value) -> String {
        var dumped = ""
        dump(value, to: &dumped)
        var printed = ""
        print(value, to: &printed)
        var debugged = ""
        debugPrint(value, to: &debugged)
        return [dumped, printed, debugged, String(describing: value), String(reflecting: value)].joined(separator: "\n")
    }

    private static func expectNone(
        of canaries: [String],
        in text: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        for canary in canaries {
            #expect(!text.contains(canary), "\(canary) is shown", sourceLocation: sourceLocation)
        }
    }

    private static func send(_ client: SimpuClient) async throws(SimpuError) -> APIResponse<SentText> {
        try await client.sms.send(
            recipients: [phone],
            senderID: "Farmgate",
            content: "CANARYTEXT",
            personalisation: [Personalisation(to: phone, substitutions: ["name": "CANARYDATA"])]
        )
    }

    private static let answers: [StubAnswer] = [
        .json(400, #"{"message":"No.","errors":[{"field":"recipients","message":"CANARYTEXT +8801999888777"}]}"#),
        .page(200, "<p>+8801999888777 CANARYTEXT</p>"),
        .json(200, #"{"id":{"phone":"+8801999888777"}}"#),
        .reset,
        .refused,
        .status(302, headers: .pairs(["Location": "https://elsewhere.example/CANARYTEXT"])),
    ]

    @Test("S08 the client and its resources show no key")
    func client() async throws {
        let client = try SimpuBench(.sent, apiKey: Self.apiKey, authorizationPrefix: "CANARYKEY ").client
        let shown = Self.shown(client) + Self.shown(client.sms) + Self.shown(client.otp)
        Self.expectNone(of: Self.credentials, in: shown)
    }

    @Test("S08 requests, built and sent, show neither key nor people's data")
    func requests() async throws {
        let bench = try SimpuBench(.sent, apiKey: Self.apiKey)
        let sent = try await Self.send(bench.client)
        let built = SimpuClient.OTP.verify(id: "CANARYDATA", token: "CANARYTEXT")
        let shown = Self.shown(sent.http.request) + Self.shown(built) + Self.shown(sent.http)
        Self.expectNone(of: Self.credentials + Self.people, in: shown + Self.shown(bench.requests))
        for field in sent.http.request.headers { Self.expectNone(of: Self.credentials, in: field.value) }
        Self.expectNone(of: Self.credentials, in: try bench.client.curl(built))
    }

    @Test("S08 errors of every kind show neither key nor what was sent", arguments: answers)
    func errors(answer: StubAnswer) async throws {
        let bench = try SimpuBench(answer, apiKey: Self.apiKey, configuration: .init(retry: .never))
        let error = try await #require(throws: SimpuError.self) { try await Self.send(bench.client) }
        let shown = Self.shown(error) + Self.shown(error.report) + Self.shown(error.report.kind)
        Self.expectNone(of: Self.credentials + Self.people, in: shown + Self.shown(error as any Error))
    }

    @Test("S08 the log has neither key nor people's data")
    func logs() async throws {
        let log = LineLog()
        let bench = try SimpuBench(
            .refused,
            .status(429),
            .sent,
            apiKey: Self.apiKey,
            configuration: .init(logger: log.logger)
        )
        _ = try await Self.send(bench.client)
        #expect(log.lines.count == 2)
        Self.expectNone(of: Self.credentials + Self.people, in: log.lines.joined(separator: "\n"))
    }

    @Test("S08 W39 the webhook and its errors show neither secret nor signature nor the body")
    func webhook() throws {
        let webhook = try SimpuEvents.webhook(Self.secret)
        let body = Array(SimpuEvents.event("TEXT_DELIVERED", #"{"reason":"CANARYTEXT"}"#).utf8)
        let signed = webhook.sign(body: body)
        let signature = try #require(signed.first?.value)
        let delivery = try webhook.receive(body: body, headers: signed)
        Self.expectNone(
            of: Self.credentials + ["CANARYTEXT", signature],
            in: Self.shown(webhook) + Self.shown(delivery.payload)
        )
        let bad = Array(#"{"type":"CANARYTEXT","x":["#.utf8)
        let unread = try webhook.receive(body: bad, headers: webhook.sign(body: bad)).event
        guard case .unrecognized(let event) = unread else { throw Unexpected(unread) }
        Self.expectNone(of: Self.credentials + ["CANARYTEXT"], in: Self.shown(event.reason))
        for fields in [signed, HTTPFields()] {
            let error = try #require(throws: WebhookError.self) { try webhook.receive(body: bad, headers: fields) }
            Self.expectNone(of: Self.credentials + Self.people + [signature], in: Self.shown(error))
        }
    }
}
