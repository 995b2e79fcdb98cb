#if os(Linux)
import NIOCore
import Synchronization

/// The idle connections of a transport.
///
/// A connection closes itself when it has been idle for too long or when its peer ends it, and leaves the pool then; an
/// endpoint without idle connections leaves no trace.
final class ConnectionPool: Sendable {
    private let idle = Mutex<[Endpoint: [HTTPConnection]]>([:])

    /// How many endpoints have idle connections.
    var endpointCount: Int { idle.withLock { $0.count } }

    /// Takes out the connection that was used last, so that those that are not needed grow old.
    func take(_ endpoint: Endpoint) -> HTTPConnection? {
        idle.withLock { idle in
            let connection = idle[endpoint]?.popLast()
            if idle[endpoint]?.isEmpty == true { idle[endpoint] = nil }
            return connection
        }
    }

    /// Keeps a connection for the next request, or closes it where it is a spare one and others are there.
    func keep(_ connection: HTTPConnection, isSpare: Bool) {
        let isKept = idle.withLock { idle in
            let others = idle[connection.endpoint] ?? []
            guard others.isEmpty || !isSpare, connection.channel.isActive else { return false }
            idle[connection.endpoint, default: []].append(connection)
            return true
        }
        if !isKept { connection.close() }
    }

    /// Sees to it that a new connection leaves the pool when it closes.
    func watch(_ connection: HTTPConnection) {
        connection.channel.closeFuture.whenComplete { _ in self.forget(connection) }
    }

    private func forget(_ connection: HTTPConnection) {
        idle.withLock { idle in
            idle[connection.endpoint]?.removeAll { $0.channel === connection.channel }
            if idle[connection.endpoint]?.isEmpty == true { idle[connection.endpoint] = nil }
        }
    }
}
#endif
