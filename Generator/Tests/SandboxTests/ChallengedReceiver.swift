import FlyingFox
import FlyingSocks
import Foundation
import HTTPTypes
@_spi(Generated) import Pipeline
@_spi(Generated) import WaybillWebhooks

@testable import Sandbox

/// A receiver on loopback that answers challenges by the code that generated webhooks run.
struct ChallengedReceiver {
    private let verifier: WebhookVerifier

    /// Takes a webhook; its secret is `s3cret`, and its token the sandbox's own.
    init(_ webhook: ResolvedWebhook) throws {
        verifier = try WebhookVerifier(
            definition: webhook.definition,
            secrets: ["s3cret"],
            challengeToken: WebhookKeySet.exampleToken
        )
    }

    /// Listens while the body runs, which takes the URL.
    func run(_ body: (String) async throws -> Void) async throws {
        let server = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: 0), logger: .disabled)
        await server.appendRoute("*") { [self] request in try await answer(request) }
        let task = Task { try await server.run() }
        defer { task.cancel() }
        try await server.waitUntilListening()
        guard case .ip4(_, let port)? = await server.listeningAddress else { throw SandboxFailure.notListening }
        try await body("http://127.0.0.1:\(port)/hooks")
    }

    private func answer(_ request: FlyingFox.HTTPRequest) async throws -> FlyingFox.HTTPResponse {
        var headers = HTTPFields()
        for (name, value) in request.headers {
            if let name = HTTPField.Name(name.rawValue) { headers.append(HTTPField(name: name, value: value)) }
        }
        let answer = verifier.answer(
            method: request.method.rawValue,
            query: request.query.map { "\($0.name)=\($0.value)" }.joined(separator: "&"),
            headers: headers,
            body: Array(try await request.bodyData)
        )
        // What is no challenge is for the verifier of deliveries, which this receiver does not have.
        guard let answer else { return HTTPResponse(statusCode: HTTPStatusCode(401, phrase: "Refused")) }
        return HTTPResponse(statusCode: HTTPStatusCode(answer.status, phrase: "Status"), body: Data(answer.body))
    }
}
