import HTTPTypes
import Pipeline
import Synchronization
import WaybillJSON
import WaybillRuntime
import WaybillTesting

@testable import Sandbox

/// The sandbox of a version as the server of a deployed client, and what went over the wire.
final class NewServer: Sendable {
    /// One request and its answer.
    struct Exchange: Sendable {
        let request: RecordedRequest
        let answer: SandboxAnswer
        /// What the server takes the request for; nil: for none of its operations.
        let operation: ResolvedOperation?
        /// Whether the server knows the request again, by its idempotency key.
        let isRepetition: Bool
    }

    private let api: SandboxAPI
    private let state = Mutex((sandbox: SandboxState(), exchanges: [Exchange]()))

    init(_ api: SandboxAPI) {
        self.api = api
    }

    var exchanges: [Exchange] { state.withLock { $0.exchanges } }

    /// Carries requests of a client to the server.
    var transport: StubTransport {
        StubTransport { [self] request in
            let answer = self.answer(request)
            var headers = HTTPFields()
            for (name, value) in answer.headers { HTTPField.Name(name).map { headers[$0] = value } }
            return .bytes(answer.status, answer.body, headers: headers)
        }
    }

    /// Whether any client of a spec has an address on the host of a URL.
    static func isServed(_ url: String, by spec: ResolvedAPI) -> Bool {
        let addresses = spec.clients.flatMap { client -> [String] in
            switch client.address {
            case .servers(let servers): servers.map(\.url)
            case .url(let url): [url.example]
            }
        }
        return addresses.contains { origin($0) == origin(url) }
    }

    private static func origin(_ url: String) -> Substring {
        guard let host = url.firstRange(of: "://")?.upperBound else { return url[...] }
        return url[..<(url[host...].firstIndex(of: "/") ?? url.endIndex)]
    }

    private func answer(_ request: RecordedRequest) -> SandboxAnswer {
        let sent = SandboxRequest(
            method: request.method.rawValue,
            path: request.path,
            query: request.query ?? "",
            headers: request.headers.map { ($0.name.rawName, $0.value) },
            body: request.body ?? []
        )
        return state.withLock { state in
            let moment = SandboxMoment(milliseconds: DeployedClient.seconds * 1000) { 7 }
            let answer = api.answer(sent, &state.sandbox, at: moment)
            let exchange = Exchange(
                request: request,
                answer: answer,
                operation: api.spec.operations.first { $0.id == answer.operation },
                isRepetition: (state.sandbox.requests.last?.keyUses ?? 1) > 1
            )
            state.exchanges.append(exchange)
            return answer
        }
    }
}

extension SandboxAPI {
    /// The sandbox that takes the deployed client's credentials.
    init(forDeployedClientOf spec: ResolvedAPI) {
        self.init(spec, options: SandboxOptions(credentials: DeployedClient.credentials))
    }
}
