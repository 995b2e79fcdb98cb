import HTTPTypes
import SimpleConnect
import TestSupport
import Testing
import WaybillTesting

/// S08: no credential, no signature and nobody's data in anything that a program prints, dumps or logs by habit.
@Suite struct SimpleConnectSecretsTests {
    static let credentials = ["CANARYKEYID", "CANARYSECRET", "CANARYAPIKEY", "Bearer", "sha256="]
    static let people = ["9199988877", "CANARYTEXT", "CANARYEVENT"]

    private func bench(_ answers: StubAnswer..., configuration: ClientConfiguration) throws -> SimpleConnectBench {
        var configuration = configuration
        configuration.transport = StubTransport(answers)
        return try SimpleConnectBench(
            keyID: "wa_sec_CANARYKEYID",
            secret: "CANARYSECRET",
            apiKey: "sk_live_CANARYAPIKEY",
            configuration: configuration
        )
    }

    /// All the ways in which a program shows a value without thinking.
    private static func shown<Value>(_ value: Value) -> String {
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

    private static let event = SimpleConnectClient.Events.deliver(
        "k",
        recipient: EventRecipient(mobileNo: "+9199988877", name: "CANARYTEXT"),
        event: EventContent(eventID: "CANARYEVENT", fields: ["name": "CANARYTEXT", "note": "CANARYTEXT"])
    )
    private static let template = SimpleConnectMessagesClient.Messages.deliver(
        templateName: "t",
        recipients: [MessageRecipient(mobileNo: "9199988877")],
        body: ["CANARYTEXT"]
    )

    private static let answers: [StubAnswer] = [
        .json(422, #"{"detail":"CANARYTEXT 9199988877"}"#), .page(200, "<p>CANARYTEXT 9199988877</p>"),
        .json(200, #"{"event_id":["CANARYEVENT"],"messages":"CANARYTEXT""#), .reset, .refused, .status(500),
        .status(302, headers: .pairs(["Location": "https://elsewhere.example/CANARYTEXT"])),
    ]

    @Test("S08 both clients and their resources show no credential")
    func clients() throws {
        let bench = try bench(configuration: .init())
        let shown =
            Self.shown(bench.integration) + Self.shown(bench.account) + Self.shown(bench.integration.events)
            + Self.shown(bench.integration.integrations) + Self.shown(bench.account.messages)
        Self.expectNone(of: Self.credentials, in: shown)
    }

    @Test("S08 requests, built and sent, show neither credential nor people's data")
    func requests() async throws {
        let bench = try bench(.accepted, .queued, configuration: .init())
        let receipt = try await bench.integration.send(Self.event)
        let delivery = try await bench.account.send(Self.template)
        for http in [receipt.http, delivery.http] {
            Self.expectNone(of: Self.credentials + Self.people, in: Self.shown(http) + Self.shown(http.request))
            for field in http.request.headers {
                Self.expectNone(of: Self.credentials, in: "\(field.name): \(field.value)")
            }
            #expect(!http.request.headers.contains { $0.name.canonicalName.hasPrefix("x-simpleconnect") })
        }
        Self.expectNone(of: Self.credentials + Self.people, in: Self.shown(Self.event) + Self.shown(Self.template))
    }

    @Test("S08 errors of every kind show neither credential nor what was sent", arguments: answers)
    func errors(answer: StubAnswer) async throws {
        let bench = try bench(answer, answer, configuration: .init(retry: .never))
        let first = try await #require(throws: SimpleConnectError.self) { try await bench.integration.send(Self.event) }
        let second = try await #require(throws: SimpleConnectError.self) { try await bench.account.send(Self.template) }
        for error in [first, second] {
            let shown = Self.shown(error) + Self.shown(error.report) + Self.shown(error.report.kind)
            Self.expectNone(of: Self.credentials + Self.people, in: shown)
        }
    }

    @Test("S08 the log has neither credential nor people's data")
    func logs() async throws {
        let log = LineLog()
        let bench = try bench(
            .refusal(500, "CANARYTEXT 9199988877"),
            .reset,
            .accepted,
            .refusal(500, "CANARYTEXT"),
            .queued,
            configuration: .init(logger: log.logger)
        )
        _ = try await bench.integration.send(Self.event)
        _ = try await bench.account.send(Self.template)
        #expect(log.lines.count == 3)
        Self.expectNone(of: Self.credentials + Self.people, in: log.lines.joined(separator: "\n"))
    }
}
