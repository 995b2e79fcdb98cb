import Foundation
import Synchronization

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// One delivery under way; the head of the answer, a failure or the time limit ends it, whichever comes first.
///
/// It is the session's delegate: on Linux a task's own delegate is ignored.
final class WebhookExchange: NSObject, URLSessionDataDelegate, Sendable {
    private struct State {
        var continuation: CheckedContinuation<WebhookReply, Never>?
        var reply: WebhookReply?
        var body: [UInt8] = []
    }

    private let state = Mutex(State())
    private let expected: [UInt8]?

    /// - Parameter expected: The body that the answer must have; nil: its head is enough.
    init(expecting expected: [UInt8]? = nil) {
        self.expected = expected
    }

    /// Waits for the end.
    func reply(after begin: @Sendable () -> Void) async -> WebhookReply {
        await withCheckedContinuation { continuation in
            let reply = state.withLock { state in
                if state.reply == nil { state.continuation = continuation }
                return state.reply
            }
            if let reply { continuation.resume(returning: reply) } else { begin() }
        }
    }

    /// Ends it; later ends have no effect.
    func finish(_ reply: WebhookReply) {
        let continuation = state.withLock { state -> CheckedContinuation<WebhookReply, Never>? in
            guard state.reply == nil else { return nil }
            state.reply = reply
            defer { state.continuation = nil }
            return state.continuation
        }
        continuation?.resume(returning: reply)
    }

    func urlSession(
        _ session: URLSession,
        dataTask: URLSessionDataTask,
        didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        if let response = response as? HTTPURLResponse, expected == nil || response.statusCode != 200 {
            finish(.status(response.statusCode))
        }
        completionHandler(.allow)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        guard let expected else { return }
        // One byte more than is expected tells as much as all the rest.
        state.withLock { $0.body += data.prefix(max(0, expected.count + 1 - $0.body.count)) }
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        if let expected, error == nil {
            let isRight = state.withLock { $0.body == expected }
            finish(isRight ? .status(200) : .failure("the answer is not that of the challenge"))
        }
        finish(.failure(error.map(Self.reason(of:)) ?? "the connection was closed without an answer"))
        session.finishTasksAndInvalidate()
    }

    func urlSession(
        _ session: URLSession,
        task: URLSessionTask,
        willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest,
        completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        finish(.status(response.statusCode))
        completionHandler(nil)
    }

    private static func reason(of error: any Error) -> String {
        guard let error = error as? URLError else { return "the delivery failed" }
        switch error.code {
        case .cannotConnectToHost: return "nobody listens there"
        case .cannotFindHost, .dnsLookupFailed: return "the host's name is not known"
        case .networkConnectionLost: return "the connection was closed without an answer"
        case .timedOut: return "there was no answer in time"
        case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
            .serverCertificateHasUnknownRoot:
            return "the TLS connection failed"
        default: return "the delivery failed (URLError \(error.code.rawValue))"
        }
    }
}
