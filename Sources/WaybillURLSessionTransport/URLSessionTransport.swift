import Foundation
import HTTPTypes
package import WaybillRuntime

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// Sends requests with `URLSession`: the transport of Apple platforms.
///
/// On Linux it is compiled and tested, and not offered: there the session ends the process on some malformed answers.
///
/// `URLSession` has no connect limit that can be told from its other limits; the runtime's attempt limit covers
/// connecting. It does not say when a request's first byte went out, so that a cancelled request counts as possibly
/// received unless it had not been started.
package final class URLSessionTransport: Transport {
    private let session: URLSession
    private let exchanges: ExchangeDelegate

    /// Makes a transport with a session of its own, which lives until the transport does not.
    package init() {
        exchanges = ExchangeDelegate()
        session = URLSession(configuration: Self.configuration(), delegate: exchanges, delegateQueue: nil)
    }

    deinit {
        session.finishTasksAndInvalidate()
    }

    /// Sends one request and reads its whole answer.
    package func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        guard !Task.isCancelled else { throw TransportError(progress: .neverSent, reason: .cancelled) }
        guard let prepared = URLRequest(request) else {
            throw TransportError(progress: .neverSent, reason: .other, detail: "the URL cannot be used")
        }
        let task = session.dataTask(with: prepared)
        let exchange = Exchange(limit: request.maxResponseBytes, method: request.method)
        exchanges.add(exchange, for: task)
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                exchange.begin(continuation)
                task.resume()
            }
        } onCancel: {
            exchange.fail(TransportError(progress: .unknown, reason: .cancelled))
            // Not here: FoundationNetworking can deadlock where a task is cancelled inside a cancellation handler.
            DispatchQueue.global().async { task.cancel() }
        }
        return try outcome.get()
    }

    /// No cache, no cookies, no stored credentials, and no limits but the runtime's.
    private static func configuration() -> URLSessionConfiguration {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.urlCache = nil
        configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
        configuration.httpCookieStorage = nil
        configuration.httpShouldSetCookies = false
        configuration.httpCookieAcceptPolicy = .never
        configuration.urlCredentialStorage = nil
        configuration.timeoutIntervalForRequest = idleLimit
        configuration.httpMaximumConnectionsPerHost = 1_000
        return configuration
    }

    /// Seconds without any data after which the session gives up; the runtime's limits come first.
    private static let idleLimit = 3_600.0
}
