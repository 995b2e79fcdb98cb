@_spi(Generated) import Pipeline
@_spi(Generated) import WaybillJSON
@_spi(Generated) import WaybillRuntime

@testable import Sandbox

/// The answers of a new version's sandbox, as the deployed client reads them.
///
/// They are those of its examples, and all others that its models allow.
struct AnswerWitness {
    /// What the client finds in the answers of the version that it was made for, by call.
    private static let base = Task {
        var known: [String: Set<String>] = [:]
        for call in AnswerCall.all {
            guard let exchange = try await answered(call, by: SandboxAPI(forDeployedClientOf: Corpus.baseAPI.get()))
            else { continue }
            known[call.name] = try await read(answers(exchange, alias: 0), call).seen
        }
        return known
    }

    let new: SandboxAPI

    func observations() async throws -> [WireObservation] {
        var observations: [WireObservation] = []
        for call in AnswerCall.all {
            guard let exchange = try await Self.answered(call, by: new) else { continue }
            let known = try await Self.base.value[call.name] ?? []
            for answers in Self.ways(exchange) {
                let (seen, faults) = try await Self.read(answers, call)
                observations += faults + WireObservation.lost(known, seen, "the answer of \(call.name)")
            }
        }
        return observations
    }

    /// The sandbox's own exchange; nil where the request is refused, which another witness tells.
    private static func answered(_ call: AnswerCall, by api: SandboxAPI) async throws -> NewServer.Exchange? {
        let server = NewServer(api)
        _ = try? await call.run(DeployedClient(server.transport))
        return server.exchanges.last.flatMap { $0.operation == nil || $0.answer.status >= 400 ? nil : $0 }
    }

    /// The answers by each way of writing them that the spec leaves to the server.
    ///
    /// It may choose the place of the value and the names of fields, and a client has to get along with any of them.
    private static func ways(_ exchange: NewServer.Exchange) -> [[SandboxAnswer]] {
        let places = exchange.operation?.envelope.paths.count ?? 1
        return (0..<places).flatMap { place in (0..<3).map { answers(exchange, place: place, alias: $0) } }
    }

    private static func answers(_ exchange: NewServer.Exchange, place: Int = 0, alias: Int) -> [SandboxAnswer] {
        guard let operation = exchange.operation, let type = operation.answer else { return [exchange.answer] }
        let envelope = operation.envelope.paths[place]
        let made = ValueSamples(alias: alias).of(type).map { value in
            var body = JSONValue.object([:])
            envelope.set(value, in: &body)
            return SandboxAnswer(status: exchange.answer.status, json: body)
        }
        let missing = type.isOptional ? [SandboxAnswer(status: 202)] : []
        // The example has one way of its own.
        return (place == 0 && alias == 0 ? [exchange.answer] : []) + made + missing
    }

    private static func read(
        _ answers: [SandboxAnswer],
        _ call: AnswerCall
    ) async throws -> (seen: Set<String>, faults: [WireObservation]) {
        var (seen, faults) = (Set<String>(), [WireObservation]())
        for answer in answers {
            let text = String(decoding: answer.body, as: UTF8.self)
            switch try await ReadingCache.shared.reading(of: call, status: answer.status, body: answer.body) {
            case .read(let places, let unread):
                seen.formUnion(places)
                faults += unread.map { .changes("\(call.name) cannot read \($0) of \(text)") }
            case .failed(let error): faults.append(.breaks("\(call.name) cannot read \(text): \(error)"))
            }
        }
        return (seen, faults)
    }
}
