import FlyingSocks

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A socket of this process, found by its ends: FlyingFox hands out neither the listening nor the accepted sockets, and
/// two things can be done only to them.
struct OpenSocket {
    private let socket: Socket

    /// The socket that listens on a port.
    static func listening(on port: UInt16) -> OpenSocket? {
        find { $0.localPort == port && $0.remotePort == nil }
    }

    /// The accepted socket whose other end has this port.
    static func accepted(from remotePort: UInt16, on port: UInt16) -> OpenSocket? {
        find { $0.remotePort == remotePort && $0.localPort == port }
    }

    /// Sends small pieces at once (TCP_NODELAY).
    ///
    /// FlyingFox writes head and body of an answer separately, and with Nagle's
    /// algorithm the body would wait for the client's delayed acknowledgement of the head: 40 ms. Accepted sockets take
    /// this over from the listening one.
    func sendWithoutDelay() {
        try? socket.setValue(true, for: BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY))
    }

    /// Makes closing reset the connection (SO_LINGER with no time).
    func resetWhenClosed() {
        try? socket.setValue(0, for: LingerOption())
    }

    private static func find(_ isMeant: (OpenSocket) -> Bool) -> OpenSocket? {
        let limit = min(getdtablesize(), 1 << 16)
        return (0..<limit).lazy.map { OpenSocket(socket: Socket(file: .init(rawValue: $0))) }.first(where: isMeant)
    }

    private var localPort: UInt16? {
        if case .ip4(_, let port)? = try? socket.sockname() { port } else { nil }
    }

    private var remotePort: UInt16? {
        if case .ip4(_, let port)? = try? socket.remotePeer() { port } else { nil }
    }

    private struct LingerOption: SocketOption {
        var name: Int32 { SO_LINGER }

        func makeValue(from socketValue: linger) -> Int32 { Int32(socketValue.l_linger) }

        func makeSocketValue(from value: Int32) -> linger { linger(l_onoff: 1, l_linger: value) }
    }
}
