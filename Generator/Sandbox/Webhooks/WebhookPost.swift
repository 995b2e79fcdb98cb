import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// Sends deliveries, each on a session of its own, without following redirects.
public struct WebhookPost: Sendable {
    private let timeLimit: Duration

    /// Makes a sender.
    /// - Parameter timeLimit: How long one delivery may wait for the head of its answer.
    public init(timeLimit: Duration = .seconds(10)) {
        self.timeLimit = timeLimit
    }

    /// Sends a message, and returns what came back; a cancelled task ends the delivery.
    public func send(_ message: WebhookMessage, to address: WebhookAddress) async -> WebhookReply {
        guard let url = Self.url(address, message.query) else { return .failure("the address is no URL") }
        let exchange = WebhookExchange(expecting: message.expected)
        let session = URLSession(configuration: Self.configuration(), delegate: exchange, delegateQueue: nil)
        let task = session.dataTask(with: Self.request(message, url))
        let limit = Task { [timeLimit] in
            try await Task.sleep(for: timeLimit)
            exchange.finish(.failure("there was no answer in time"))
            task.cancel()
        }
        let reply = await withTaskCancellationHandler {
            await exchange.reply { task.resume() }
        } onCancel: {
            exchange.finish(.failure("the delivery was cancelled"))
            // Not here: FoundationNetworking can deadlock where a task is cancelled inside a cancellation handler.
            DispatchQueue.global().async { task.cancel() }
        }
        // An answer whose body never ends is still cut off by the limit.
        if reply.status == nil { limit.cancel() }
        return reply
    }

    private static func url(_ address: WebhookAddress, _ query: String) -> URL? {
        guard !query.isEmpty, var parts = URLComponents(string: address.text) else { return URL(string: address.text) }
        parts.percentEncodedQuery = [parts.percentEncodedQuery, query].compactMap(\.self).joined(separator: "&")
        return parts.url
    }

    private static func request(_ message: WebhookMessage, _ url: URL) -> URLRequest {
        var request = URLRequest(url: url)
        request.httpMethod = message.method
        request.httpShouldHandleCookies = false
        request.setValue("waybill", forHTTPHeaderField: "User-Agent")
        for header in message.headers { request.setValue(header.value, forHTTPHeaderField: header.name) }
        if message.method != "GET" { request.httpBody = Data(message.body) }
        return request
    }

    private static func configuration() -> URLSessionConfiguration {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.urlCache = nil
        configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
        configuration.httpCookieStorage = nil
        configuration.httpShouldSetCookies = false
        configuration.urlCredentialStorage = nil
        return configuration
    }
}
