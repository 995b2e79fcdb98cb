import Simpu
import TestSupport
import WaybillTesting

/// A Simpu client over a transport that answers from a list, on a clock that nobody waits for.
struct SimpuBench: Sendable {
    static let apiKey = "simpu_key_abc"
    static let host = "https://api.simpu.co"
    static let phone = "2348000000001"

    let client: SimpuClient
    let clock: ManualClock
    private let stub: StubTransport

    /// Makes the client; what the arguments leave out stays as the spec has it.
    ///
    /// The default randomness makes every jitter the least.
    init(
        _ answers: StubAnswer...,
        apiKey: String = SimpuBench.apiKey,
        authorizationPrefix: String = "",
        paths: SimpuClient.Paths = .init(),
        configuration: ClientConfiguration = ClientConfiguration(),
        randomness: ManualRandomness = .fixed(0)
    ) throws {
        let stub = configuration.transport as? StubTransport ?? StubTransport(answers)
        clock = ManualClock(now: .seconds(784_111_777), sleeping: .atOnce(below: .seconds(25)), randomness: randomness)
        self.stub = stub
        var configuration = configuration
        configuration.transport = configuration.transport ?? stub
        configuration.clock = clock.runtime
        client = try SimpuClient(
            apiKey: apiKey,
            authorizationPrefix: authorizationPrefix,
            paths: paths,
            configuration: configuration
        )
    }

    /// What the transport was asked to send, in order.
    var requests: [RecordedRequest] { stub.requests }

    /// How long the client waited between attempts, in order.
    var delays: [Duration] { clock.sleeps }

    /// Sends one text that the tests do not look at more closely.
    func send(options: CallOptions = CallOptions()) async throws(SimpuError) -> APIResponse<SentText> {
        try await client.sms.send(recipients: [Self.phone], senderID: "Farmgate", content: "Hi", options: options)
    }

    /// The error of a send that is answered once with this.
    static func refusal(_ answer: StubAnswer) async throws -> SimpuError {
        let bench = try SimpuBench(answer, configuration: .init(retry: .never))
        do {
            _ = try await bench.send()
        } catch {
            return error
        }
        throw Unexpected("a success")
    }
}
