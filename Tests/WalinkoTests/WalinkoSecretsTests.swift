import HTTPTypes
import TestSupport
import Testing
import Walinko
import WaybillTesting

/// S08: no key and nobody's data in anything that a program prints, dumps or logs by habit.
@Suite struct WalinkoSecretsTests {
    static let apiKey = "walk_live_CANARYNUMBER.CANARYSECRET"
    static let phone = "+8801999888777"
    static let credentials = ["CANARYNUMBER", "CANARYSECRET", "Bearer"]
    static let people = ["8801999888777", "CANARYTEXT", "CANARYIDEM"]

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

    private static func send(_ client: WalinkoClient) async throws(WalinkoError) -> APIResponse<SentMessage> {
        try await client.messages.send(
            deviceID: 1,
            templateID: 12,
            phone: phone,
            variables: ["name": "CANARYTEXT"],
            idempotencyKey: "CANARYIDEM"
        )
    }

    private static let answers: [StubAnswer] = [
        .refusal(
            422,
            "validation_error",
            message: "CANARYTEXT is bad",
            details: #"{"fields":{"phone":["+8801999888777"]}}"#
        ),
        .page(200, "<p>+8801999888777 CANARYTEXT</p>"),
        .json(200, #"{"data":{"tracking_id":[7],"phone":"+8801999888777"}}"#),
        .reset,
        .refused,
        .status(302, headers: .pairs(["Location": "https://elsewhere.example/CANARYTEXT"])),
    ]

    @Test("S08 the client, its resources and its configuration's error show no key")
    func client() async throws {
        let bench = try WalinkoBench(.sent, apiKey: Self.apiKey)
        _ = try await bench.send()
        Self.expectNone(of: Self.credentials, in: Self.shown(bench.client) + Self.shown(bench.client.messages))
        let error = try #require(throws: ConfigurationError.self) {
            try WalinkoBench(.sent, apiKey: Self.apiKey + "\n")
        }
        Self.expectNone(of: Self.credentials, in: Self.shown(error))
    }

    @Test("S08 requests, built and sent, show neither key nor people's data")
    func requests() async throws {
        let bench = try WalinkoBench(.sent, apiKey: Self.apiKey)
        let sent = try await Self.send(bench.client)
        let built = WalinkoClient.Messages.send(
            deviceID: 1,
            templateID: 2,
            phone: Self.phone,
            idempotencyKey: "CANARYIDEM"
        )
        let shown =
            Self.shown(sent.http.request) + Self.shown(built) + Self.shown(sent.http) + Self.shown(bench.requests)
        Self.expectNone(of: Self.credentials + Self.people, in: shown)
        for field in sent.http.request.headers { Self.expectNone(of: Self.credentials, in: field.value) }
        Self.expectNone(of: ["CANARYNUMBER", "CANARYSECRET"], in: try bench.client.curl(built))
    }

    @Test("S08 errors of every kind show neither key nor what was sent", arguments: answers)
    func errors(answer: StubAnswer) async throws {
        let bench = try WalinkoBench(answer, apiKey: Self.apiKey, configuration: .init(retry: .never))
        let error = try await #require(throws: WalinkoError.self) { try await Self.send(bench.client) }
        let shown =
            Self.shown(error) + Self.shown(error.report) + Self.shown(error.report.kind)
            + Self.shown(error as any Error)
        // The server's own message is shown, whatever it says; everything else is not.
        let text = error.status == 422 ? shown.replacing("CANARYTEXT is bad", with: "") : shown
        Self.expectNone(of: Self.credentials + Self.people, in: text)
    }

    @Test("S08 refused arguments are named, never shown")
    func refusedArguments() async throws {
        let bench = try WalinkoBench(apiKey: Self.apiKey)
        let error = try await #require(throws: WalinkoError.self) {
            try await bench.client.messages.send(
                deviceID: 1,
                templateID: 2,
                phone: "CANARYTEXT +8801999888777",
                idempotencyKey: "CANARYIDEM\n"
            )
        }
        Self.expectNone(of: Self.credentials + Self.people, in: Self.shown(error) + Self.shown(error.report.kind))
    }

    @Test("S08 the log has neither key nor people's data")
    func logs() async throws {
        let log = LineLog()
        let bench = try WalinkoBench(
            .refusal(500, "send_failed", message: "CANARYTEXT +8801999888777"),
            .reset,
            .sent,
            apiKey: Self.apiKey,
            configuration: .init(logger: log.logger)
        )
        _ = try await Self.send(bench.client)
        #expect(log.lines.count == 2)
        Self.expectNone(of: Self.credentials + Self.people, in: log.lines.joined(separator: "\n"))
    }
}
