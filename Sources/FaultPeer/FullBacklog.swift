#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A port of 127.0.0.1 where connecting never ends: its listener accepts nothing and its queue is full.
public final class FullBacklog: Sendable {
    /// The port.
    public let port: Int
    private let sockets: [PeerSocket]

    /// Fills the queue of a listener.
    ///
    /// - Throws: ``SocketError`` where no socket can be had.
    public init() throws(SocketError) {
        let listener = try PeerSocket.listening(backlog: 0)
        port = listener.port
        var sockets = [listener]
        for _ in 0..<8 {
            if let filler = try? PeerSocket.connecting(to: listener.port) { sockets.append(filler) }
        }
        self.sockets = sockets
    }

    /// Closes the listener and everything in its queue.
    public func stop() {
        for socket in sockets { socket.close() }
    }
}
