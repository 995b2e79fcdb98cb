import Logging
import Walinko
import WaybillTesting

/// A Walinko client over a transport that answers from a list, on a clock that nobody waits for.
struct WalinkoBench: Sendable {
    static let apiKey = "walk_live_abc.def"
    static let trackingID = "tx_767fd2faca0f4037b2a2bbcb91e5735f"
    static let phone = "+8801617738431"
    static let messagesURL = "https://api.walinko.com/api/v1/public/messages"

    let client: WalinkoClient
    let clock: ManualClock
    private let stub: StubTransport

    /// Makes the client; what the arguments leave out stays as the spec has it.
    ///
    /// - Parameters:
    ///   - sleeping: Time limits count as limits, pauses return at once: the default tells them apart at 25 seconds.
    ///   - randomness: The default makes every jitter the least and every made key the same.
    init(
        _ answers: StubAnswer...,
        apiKey: String = WalinkoBench.apiKey,
        server: WalinkoClient.Server = .production,
        configuration: ClientConfiguration = ClientConfiguration(),
        sleeping: ManualClock.Sleeping = .atOnce(below: .seconds(25)),
        randomness: ManualRandomness = .fixed(0)
    ) throws {
        let stub = configuration.transport as? StubTransport ?? StubTransport(answers)
        clock = ManualClock(now: .seconds(784_111_777), sleeping: sleeping, randomness: randomness)
        self.stub = stub
        var configuration = configuration
        configuration.transport = configuration.transport ?? stub
        configuration.clock = clock.runtime
        client = try WalinkoClient(apiKey: apiKey, server: server, configuration: configuration)
    }

    /// What the transport was asked to send, in order.
    var requests: [RecordedRequest] { stub.requests }

    /// How long the client waited between attempts and polls, in order.
    var delays: [Duration] { clock.sleeps }

    /// Sends one message that the tests do not look at more closely.
    func send(
        idempotencyKey: String? = nil,
        options: CallOptions = CallOptions()
    ) async throws(WalinkoError) -> APIResponse<SentMessage> {
        try await client.messages.send(
            deviceID: 1,
            templateID: 12,
            phone: Self.phone,
            idempotencyKey: idempotencyKey,
            options: options
        )
    }
}
