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
    /// Whose connections are kept, and used by every request that does not want a fresh one.
    private let shared = ExchangeSession()

    /// Makes a transport with connections of its own.
    package init() {}

    /// Sends one request and reads its whole answer.
    package func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        guard !Task.isCancelled else { throw TransportError(progress: .neverSent, reason: .cancelled) }
        guard let prepared = URLRequest(request) else {
            throw TransportError(progress: .neverSent, reason: .other, detail: "the URL cannot be used")
        }
        // There is no other way to ask for a connection that has carried nothing.
        let session = request.wantsFreshConnection ? ExchangeSession() : shared
        defer { withExtendedLifetime(session) {} }
        let exchange = Exchange(limit: request.maxResponseBytes, method: request.method)
        let task = session.task(for: prepared, ending: exchange)
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
}
