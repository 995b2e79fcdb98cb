import FlyingFox
import FlyingSocks

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Turns requests of FlyingFox into those of the sandbox, and its answers back, with what goes wrong with them.
struct ServerShell: HTTPHandler {
    let sandbox: Sandbox
    let bodyLimit: Int
    let log: (@Sendable (String) -> Void)?

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
        let clock = ContinuousClock()
        let start = clock.now
        guard let body = try await read(request) else {
            let answer = sandbox.refuseSize()
            write(request, answer, after: clock.now - start)
            // What is left of the body would be taken for the next request.
            return BrokenAnswer.closed(after: answer)
        }
        let answer = await sandbox.answer(convert(request, body))
        if answer.delay > 0 { try await clock.sleep(for: .milliseconds(answer.delay)) }
        write(request, answer, after: clock.now - start)
        return await convert(answer, to: request)
    }

    /// The whole body; nil where it is larger than the limit.
    private func read(_ request: HTTPRequest) async throws -> [UInt8]? {
        if let length = request.bodySequence.count, length > bodyLimit { return nil }
        var bytes: [UInt8] = []
        for try await part in request.bodySequence {
            bytes += part
            if bytes.count > bodyLimit { return nil }
        }
        return bytes
    }

    private func convert(_ request: HTTPRequest, _ body: [UInt8]) -> SandboxRequest {
        SandboxRequest(
            method: request.method.rawValue,
            path: request.target.path(),
            query: request.target.query(),
            headers: request.headers.map { ($0.key.rawValue, $0.value) },
            body: body
        )
    }

    private func convert(_ answer: SandboxAnswer, to request: HTTPRequest) async -> HTTPResponse {
        switch answer.connection {
        case nil:
            // An answer to HEAD has no body (RFC 9110, section 9.3.2), nor has 204.
            let isBare = request.method == .HEAD || answer.status == 204
            return answer.response(body: HTTPBodySequence(data: isBare ? Data() : Data(answer.body)))
        case .truncate: return BrokenAnswer.truncated(answer)
        case .close: return BrokenAnswer.none()
        case .reset:
            if case .ip4(_, let port)? = request.remoteAddress, let own = await sandbox.listeningPort {
                OpenSocket.accepted(from: port, on: own)?.resetWhenClosed()
            }
            return BrokenAnswer.none()
        }
    }

    private func write(_ request: HTTPRequest, _ answer: SandboxAnswer, after time: Duration) {
        guard let log else { return }
        let tenths = time / .microseconds(100)
        let result = answer.connection.map { "\(answer.status) \($0.rawValue)" } ?? "\(answer.status)"
        let operation = answer.operation.map { " (\($0))" } ?? ""
        log("\(request.method.rawValue) \(request.target.path()) \(result) in \(tenths.rounded() / 10) ms\(operation)")
    }
}

extension SandboxAnswer {
    func response(body: HTTPBodySequence) -> HTTPResponse {
        var headers = HTTPHeaders()
        for (name, value) in self.headers { headers.addValue(value, for: HTTPHeader(name)) }
        return HTTPResponse(
            statusCode: HTTPStatusCode(status, phrase: ReasonPhrase.text(of: status)),
            headers: headers,
            body: body
        )
    }
}
