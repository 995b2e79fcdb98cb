import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// A session with connections of its own, and the exchanges that are under way on them.
///
/// It may be released with requests in flight: they end as they would have.
final class ExchangeSession: Sendable {
    private let session: URLSession
    private let exchanges = ExchangeDelegate()

    init() {
        session = URLSession(configuration: Self.configuration(), delegate: exchanges, delegateQueue: nil)
    }

    deinit {
        session.finishTasksAndInvalidate()
    }

    /// Makes the task that carries an exchange; it is not under way yet.
    func task(for request: URLRequest, ending exchange: Exchange) -> URLSessionDataTask {
        let task = session.dataTask(with: request)
        exchanges.add(exchange, for: task)
        return task
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
