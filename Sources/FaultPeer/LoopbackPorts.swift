/// Ports of 127.0.0.1 for tests that need one where nobody listens.
public enum LoopbackPorts {
    /// A port that was free a moment ago, and where nothing listens now.
    ///
    /// - Throws: ``SocketError`` where no socket can be had.
    public static func unused() throws(SocketError) -> Int {
        let socket = try PeerSocket.listening(backlog: 1)
        defer { socket.close() }
        return socket.port
    }
}
