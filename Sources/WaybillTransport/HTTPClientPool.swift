#if os(Linux)
import AsyncHTTPClient
import NIOCore
import NIOSSL
import Synchronization

/// The HTTPClients of this process, one for each connect limit in use.
///
/// AsyncHTTPClient has one connect limit per client, not per request. Clients share NIO's event loops, so that a
/// further one costs a connection pool and no thread. A client must not be dropped before it is shut down, hence they
/// are never dropped: the pool is bounded and as long-lived as the process.
final class HTTPClientPool: Sendable {
    /// The pool of this process.
    static let shared = HTTPClientPool()

    private let clients = Mutex<[Int64: HTTPClient]>([:])

    private init() {}

    /// The client for a connect limit; ten seconds where there is none.
    ///
    /// A process that uses more than 32 different limits gets the ten seconds for those that come later.
    func client(connectTimeout: Duration?) -> HTTPClient {
        let wanted = Self.milliseconds(connectTimeout ?? Self.defaultConnectTimeout)
        return clients.withLock { clients in
            if let client = clients[wanted] { return client }
            let isFull = clients.count >= Self.largestCount
            let key = isFull ? Self.milliseconds(Self.defaultConnectTimeout) : wanted
            if let client = clients[key] { return client }
            let client = Self.makeClient(connectMilliseconds: key)
            clients[key] = client
            return client
        }
    }

    private static let defaultConnectTimeout = Duration.seconds(10)
    private static let largestCount = 32

    /// Whole milliseconds, rounded up, between one and an hour.
    static func milliseconds(_ duration: Duration) -> Int64 {
        let (seconds, attoseconds) = duration.components
        guard seconds < 3_600 else { return 3_600_000 }
        guard seconds >= 0 else { return 1 }
        let fraction = (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
        return max(1, seconds * 1_000 + fraction)
    }

    private static func makeClient(connectMilliseconds: Int64) -> HTTPClient {
        HTTPClient(
            eventLoopGroupProvider: .singleton,
            configuration: configuration(connectMilliseconds: connectMilliseconds)
        )
    }

    /// The settings, each for a reason.
    static func configuration(connectMilliseconds: Int64) -> HTTPClient.Configuration {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv12
        // The runtime owns every limit but this one, and reports a redirect as an error.
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: tls,
            redirectConfiguration: .disallow,
            timeout: .init(connect: .milliseconds(connectMilliseconds)),
            decompression: .disabled
        )
        configuration.httpVersion = .http1Only
        configuration.connectionPool = connectionPool
        configuration.http1_1ConnectionDebugInitializer = { AnswerGuard.install(in: $0) }
        return configuration
    }

    private static var connectionPool: HTTPClient.Configuration.ConnectionPool {
        // Node keeps an idle connection for 5 s, the shortest of the common servers: a request on a connection that the
        // server is closing cannot be told from one that it received.
        var pool = HTTPClient.Configuration.ConnectionPool(idleTimeout: .seconds(4))
        // The connect limit counts from the moment a request waits for a connection. With the default of 8 the ninth
        // call to a slow server would fail as if the server could not be reached.
        pool.concurrentHTTP1ConnectionsPerHostSoftLimit = 1_000
        // Retrying is the retry policy's business; the pool's own would turn a refusal into ten seconds of silence.
        pool.retryConnectionEstablishment = false
        return pool
    }
}
#endif
