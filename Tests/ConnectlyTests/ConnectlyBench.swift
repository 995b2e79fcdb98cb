import Connectly
import TestSupport
import WaybillTesting

/// A Connectly client over a transport that answers from a list, on a clock that nobody waits for.
struct ConnectlyBench: Sendable {
    static let apiKey = "connectly_key_abc"
    static let businessID = "f1980bf7-c7d6-40ec-b665-dbe13620bffa"
    static let root = "https://api.connectly.ai/v1/businesses/\(businessID)"
    static let customer = Party(id: "+16045550199")

    let client: ConnectlyClient
    let clock: ManualClock
    private let stub: StubTransport

    /// Makes the client; what the arguments leave out stays as the spec has it.
    ///
    /// The default randomness makes every jitter the least.
    init(
        _ answers: StubAnswer...,
        apiKey: String = ConnectlyBench.apiKey,
        businessID: String = ConnectlyBench.businessID,
        configuration: ClientConfiguration = ClientConfiguration(),
        randomness: ManualRandomness = .fixed(0)
    ) throws {
        let stub = configuration.transport as? StubTransport ?? StubTransport(answers)
        clock = ManualClock(now: .seconds(784_111_777), sleeping: .atOnce(below: .seconds(25)), randomness: randomness)
        self.stub = stub
        var configuration = configuration
        configuration.transport = configuration.transport ?? stub
        configuration.clock = clock.runtime
        client = try ConnectlyClient(businessID: businessID, apiKey: apiKey, configuration: configuration)
    }

    /// What the transport was asked to send, in order.
    var requests: [RecordedRequest] { stub.requests }

    /// How long the client waited between attempts, in order.
    var delays: [Duration] { clock.sleeps }

    /// Sends one text that the tests do not look at more closely.
    func send(options: CallOptions = CallOptions()) async throws(ConnectlyError) -> APIResponse<SentMessage> {
        try await client.messages.send(recipient: Self.customer, message: Message(text: "Hello"), options: options)
    }

    /// The error of a send that is answered once with this.
    static func refusal(_ answer: StubAnswer) async throws -> ConnectlyError {
        let bench = try ConnectlyBench(answer, configuration: .init(retry: .never))
        do {
            _ = try await bench.send()
        } catch {
            return error
        }
        throw Unexpected("a success")
    }
}
