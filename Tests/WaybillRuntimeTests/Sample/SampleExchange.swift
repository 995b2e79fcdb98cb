import HTTPTypes
@_spi(Generated) import WaybillRuntime
import WaybillTesting

/// A client with a transport and a clock that tests hold in their hands.
struct SampleExchange {
    let transport: StubTransport
    let clock: ManualClock
    let client: SampleClient

    init(
        _ answers: [StubAnswer],
        definition: ClientDefinition = SampleClient.definition,
        clock: ManualClock = ManualClock(randomness: .seeded(7)),
        _ adjust: (inout ClientConfiguration) -> Void = { _ in }
    ) throws {
        try self.init(StubTransport(answers), definition: definition, clock: clock, adjust)
    }

    init(
        _ transport: StubTransport,
        definition: ClientDefinition = SampleClient.definition,
        clock: ManualClock = ManualClock(randomness: .seeded(7)),
        _ adjust: (inout ClientConfiguration) -> Void = { _ in }
    ) throws {
        var configuration = ClientConfiguration(transport: transport, clock: clock.runtime)
        adjust(&configuration)
        self.transport = transport
        self.clock = clock
        client = try SampleClient(definition: definition, configuration: configuration)
    }

    /// The failure of a call that must not succeed.
    func failure<Value>(
        of request: APIRequest<SampleClient, Value>,
        options: CallOptions = CallOptions()
    ) async throws -> FailureReport {
        do {
            _ = try await client.core.send(request, options: options)
        } catch {
            return error
        }
        throw UnexpectedSuccess()
    }
}

struct UnexpectedSuccess: Error {}

extension StubAnswer {
    /// The success of the sample client's operations.
    static let sent = StubAnswer.json(200, #"{"data":{"id":"m1","status":"sent"}}"#)

    /// A failure of the network.
    static func network(_ progress: TransportError.Progress, _ reason: TransportError.Reason = .reset) -> StubAnswer {
        .failure(TransportError(progress: progress, reason: reason))
    }
}

/// Header fields from names and values that are known to be good.
func fields(_ pairs: KeyValuePairs<String, String>) -> HTTPFields {
    var fields = HTTPFields()
    for (name, value) in pairs {
        if let name = HTTPField.Name(name) { fields[name] = value }
    }
    return fields
}
