import Testing
@_spi(Generated) import WaybillOutbox
@_spi(Generated) import WaybillRuntime
import WaybillTesting

/// A client as a generator writes it.
struct SampleClient: APIClient {
    typealias Failure = SampleError

    let core: ClientCore

    init(_ transport: any Transport, clock: RuntimeClock, pacing: Pacing? = nil) throws {
        core = try ClientCore(
            definition: ClientDefinition(
                api: "sample",
                authentication: Authentication(headers: ["Authorization": "Bearer {apiKey}"]),
                metadata: MetadataNames(replayed: "Idempotent-Replayed"),
                errors: ErrorPaths(message: ["message"], code: ["code"])
            ),
            baseURL: BaseURL(parsing: "https://api.sample.test", argument: "baseURL"),
            credentials: [Credential("apiKey", "secret")],
            configuration: ClientConfiguration(pacing: pacing, transport: transport, clock: clock),
            defaultTransport: { transport }
        )
    }

    /// A POST, with a key in a header if it is keyed.
    static func send(
        _ text: String = "hello",
        resend: ResendPolicy = .keyed,
        keep: Duration? = nil
    ) -> APIRequest<SampleClient, JSONValue> {
        let rule = IdempotencyKeyRule(header: "Idempotency-Key", make: "k-{uuid}", maxLength: 200, keep: keep)
        let definition = OperationDefinition(
            id: "messages.send",
            method: .post,
            path: "/v1/messages",
            resend: resend,
            idempotencyKey: resend == .keyed ? rule : nil
        )
        var arguments = ArgumentChecker()
        arguments.check("text", text, minLength: 1)
        var request = APIRequest<SampleClient, JSONValue>(definition, arguments: arguments)
        request.setBody { writer, _ in
            writer.beginObject()
            writer.member("text", text)
            writer.endObject()
        }
        return request
    }
}

/// The error of the sample client.
struct SampleError: APIError {
    struct Code: JSONWord {
        let rawValue: String
    }

    let report: FailureReport

    init(_ report: FailureReport) { self.report = report }
}

/// An outbox with a store, a transport and a clock that tests hold in their hands.
struct SampleOutbox<Store: OutboxStore> {
    let transport: StubTransport
    let clock: ManualClock
    let store: Store
    let outbox: Outbox<SampleClient, Store>

    init(
        _ answers: [StubAnswer],
        rules: OutboxRules = OutboxRules(),
        pacing: Pacing? = nil,
        clock: ManualClock = ManualClock(),
        store: (ManualClock) -> Store
    ) throws {
        transport = StubTransport(answers)
        self.clock = clock
        self.store = store(clock)
        let client = try SampleClient(transport, clock: clock.runtime, pacing: pacing)
        outbox = Outbox(client, in: self.store, rules: rules, clock: clock.runtime)
    }

    /// The state of the one request, after a step.
    func step(_ id: String = "1") async throws -> OutboxState? {
        _ = try await outbox.work()
        return try await outbox.row(id)?.state
    }
}

extension SampleOutbox where Store == InMemoryOutboxStore {
    init(
        _ answers: [StubAnswer],
        rules: OutboxRules = OutboxRules(),
        pacing: Pacing? = nil,
        clock: ManualClock = ManualClock()
    ) throws {
        try self.init(answers, rules: rules, pacing: pacing, clock: clock) { InMemoryOutboxStore(clock: $0.runtime) }
    }
}
