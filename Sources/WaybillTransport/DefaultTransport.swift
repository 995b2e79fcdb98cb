public import WaybillRuntime

#if !os(Linux)
import WaybillURLSessionTransport
#endif

/// The transport that a client uses where its configuration names none.
public enum DefaultTransport {
    /// One transport for the whole process: all clients share its connections.
    ///
    /// On Linux it is AsyncHTTPClient with settings of our own (one pool of connections for each connect limit in use),
    /// on Apple platforms one `URLSession`. Both send one request and read one answer: no redirects, no cache, no
    /// cookies, no stored credentials, a bounded body. On Linux no proxy is used, whatever the environment says; on Apple
    /// platforms the system's proxy settings hold.
    ///
    /// It lives as long as the process and needs no shutting down.
    public static let shared: any Transport = {
        #if os(Linux)
        AsyncHTTPClientTransport()
        #else
        URLSessionTransport()
        #endif
    }()
}
