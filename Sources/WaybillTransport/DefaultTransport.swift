public import WaybillRuntime

#if !os(Linux)
import WaybillURLSessionTransport
#endif

/// The transport that a client uses where its configuration names none.
public enum DefaultTransport {
    /// One transport for the whole process: all clients share its connections.
    ///
    /// It sends one request and reads one answer: no redirects, no cache, no cookies, no stored credentials, a bounded body.
    /// It lives as long as the process and needs no shutting down.
    ///
    /// On Linux the connections are its own, over SwiftNIO: HTTP/1.1, TLS 1.2 or 1.3, no proxy, whatever the environment says.
    ///
    /// - Each request has a connection to itself, so that a connection that fails is the failure of one request.
    /// - An idle connection is kept for 4 seconds, and used again where the request allows that
    ///   (`TransportRequest.wantsFreshConnection`) and its socket is silent. When the last one of a host is gone, nothing
    ///   of the host remains in memory.
    /// - 1,000 requests to one host and port are under way at once. Those beyond wait for their turn, in their order; the
    ///   wait counts towards the time limits of attempt and call, not of connecting, and who gives up has sent nothing.
    ///   Each takes a file descriptor: a process with a lower limit (`ulimit -n`) has requests fail, as never sent.
    /// - Connecting takes 10 seconds at most where the request names no limit, name resolution and TLS included.
    /// - A certificate must be valid, and for the host of the URL: by a subject alternative name (RFC 9525), never by the
    ///   common name; an IP address only by an IP address, a name only by a name. RSA keys have 2,048 bits at least.
    ///
    /// On Apple platforms it is `URLSession`, where the system's limits, trust and proxy settings hold; a request that wants
    /// a fresh connection has a session to itself.
    public static let shared: any Transport = {
        #if os(Linux)
        NIOTransport()
        #else
        URLSessionTransport()
        #endif
    }()
}
