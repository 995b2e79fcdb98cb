import Logging
import SimpleConnect
import WaybillTesting

/// Both clients of SimpleConnect over one transport that answers from a list, on a clock that nobody waits for.
struct SimpleConnectBench: Sendable {
    static let endpoint = "https://app.simplewaconnect.com/api/v1/integrations/purepani/events"
    static let host = "https://app.simplewaconnect.com"
    static let secret = "test_signing_secret"
    static let apiKey = "sk_live_abc"
    static let recipient = EventRecipient(mobileNo: "+919812345678")

    let integration: SimpleConnectClient
    let account: SimpleConnectMessagesClient
    let clock: ManualClock
    private let stub: StubTransport

    /// Makes the clients; what the arguments leave out stays as the spec has it.
    ///
    /// The clock starts at 2026-01-01 00:00:00 UTC, and by default every made id is the same.
    init(
        _ answers: StubAnswer...,
        endpoint: String = SimpleConnectBench.endpoint,
        keyID: String = "wa_sec_1",
        secret: String = SimpleConnectBench.secret,
        eventKeys: [String]? = nil,
        paths: SimpleConnectClient.Paths = .init(),
        baseURL: String = SimpleConnectBench.host,
        apiKey: String = SimpleConnectBench.apiKey,
        accountPaths: SimpleConnectMessagesClient.Paths = .init(),
        configuration: ClientConfiguration = ClientConfiguration(),
        sleeping: ManualClock.Sleeping = .atOnce,
        randomness: ManualRandomness = .fixed(0)
    ) throws {
        let stub = configuration.transport as? StubTransport ?? StubTransport(answers)
        clock = ManualClock(now: .seconds(1_767_225_600), sleeping: sleeping, randomness: randomness)
        self.stub = stub
        var configuration = configuration
        configuration.transport = configuration.transport ?? stub
        configuration.clock = clock.runtime
        integration = try SimpleConnectClient(
            endpoint: endpoint,
            keyID: keyID,
            secret: secret,
            eventKeys: eventKeys,
            paths: paths,
            configuration: configuration
        )
        account = try SimpleConnectMessagesClient(
            baseURL: baseURL,
            apiKey: apiKey,
            paths: accountPaths,
            configuration: configuration
        )
    }

    /// What the transport was asked to send, in order.
    var requests: [RecordedRequest] { stub.requests }

    /// How long a client waited between attempts, in order.
    var delays: [Duration] { clock.sleeps }

    /// Delivers one event that the tests do not look at more closely.
    func deliver(
        eventID: String? = "e1",
        options: CallOptions = CallOptions()
    ) async throws(SimpleConnectError) -> APIResponse<EventReceipt> {
        try await integration.events.deliver(
            "k",
            recipient: Self.recipient,
            event: EventContent(eventID: eventID),
            options: options
        )
    }

    /// Sends one template message that the tests do not look at more closely.
    func sendTemplate(
        options: CallOptions = CallOptions()
    ) async throws(SimpleConnectError) -> APIResponse<MessageDelivery> {
        try await account.messages.deliver(
            templateName: "order_update",
            recipients: [MessageRecipient(mobileNo: "919999999999")],
            options: options
        )
    }
}
