#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// One file descriptor of the test peer and the few things that the peer does with it.
struct PeerSocket: Sendable {
    let descriptor: Int32

    /// Opens a listening socket on a free port of 127.0.0.1.
    static func listening(backlog: Int32) throws(SocketError) -> PeerSocket {
        let descriptor = socket(AF_INET, streamKind, 0)
        guard descriptor >= 0 else { throw SocketError(function: "socket", code: errno) }
        let listener = PeerSocket(descriptor: descriptor)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let bound = withSocketAddress(&address) { bind(descriptor, $0, $1) }
        guard bound == 0, listen(descriptor, backlog) == 0 else {
            let code = errno
            listener.close()
            throw SocketError(function: "bind or listen", code: code)
        }
        return listener
    }

    /// Opens a socket that begins to connect to a port of 127.0.0.1 and does not wait for the outcome.
    static func connecting(to port: Int) throws(SocketError) -> PeerSocket {
        let descriptor = socket(AF_INET, streamKind, 0)
        guard descriptor >= 0 else { throw SocketError(function: "socket", code: errno) }
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(truncatingIfNeeded: port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        _ = withSocketAddress(&address) { connect(descriptor, $0, $1) }
        return PeerSocket(descriptor: descriptor)
    }

    /// The port that the socket is bound to, or 0 where there is none.
    var port: Int {
        var address = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
        }
        return result == 0 ? Int(UInt16(bigEndian: address.sin_port)) : 0
    }

    /// Takes the next connection; nil where there is none to take.
    func accepted() -> PeerSocket? {
        let descriptor = accept(descriptor, nil, nil)
        guard descriptor >= 0 else { return nil }
        let connection = PeerSocket(descriptor: descriptor)
        connection.set(level: Int32(IPPROTO_TCP), option: TCP_NODELAY)
        #if canImport(Darwin)
        connection.set(level: SOL_SOCKET, option: SO_NOSIGPIPE)
        #endif
        return connection
    }

    /// Reads once; nil at the end of the stream or on an error.
    func read(upTo count: Int) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: count)
        let received = recv(descriptor, &buffer, count, 0)
        return received > 0 ? Array(buffer[..<received]) : nil
    }

    /// Writes once and returns how much went out; nil on an error.
    func write(_ bytes: ArraySlice<UInt8>) -> Int? {
        #if canImport(Darwin)
        let flags: Int32 = 0
        #else
        let flags = Int32(MSG_NOSIGNAL)
        #endif
        let sent = bytes.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, flags) }
        return sent > 0 ? sent : nil
    }

    /// Makes the next ``close()`` send a reset in place of an orderly end.
    func resetOnClose() {
        var value = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &value, socklen_t(MemoryLayout<linger>.size))
    }

    /// Ends the sending half: the other side reads an end of stream.
    func endWriting() {
        shutdown(descriptor, Int32(SHUT_WR))
    }

    func close() {
        closeDescriptor(descriptor)
    }

    private func set(level: Int32, option: Int32) {
        var on: Int32 = 1
        setsockopt(descriptor, level, option, &on, socklen_t(MemoryLayout<Int32>.size))
    }

    private static var streamKind: Int32 {
        #if canImport(Glibc)
        Int32(SOCK_STREAM.rawValue)
        #else
        SOCK_STREAM
        #endif
    }
}

private func withSocketAddress<Result>(
    _ address: inout sockaddr_in,
    _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
) -> Result {
    withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
    }
}

/// Closes a descriptor; a free function because the members named `close` hide the C one.
func closeDescriptor(_ descriptor: Int32) {
    close(descriptor)
}
