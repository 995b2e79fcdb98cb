#if os(Linux)
import NIOCore
import NIOSSL

/// What all connections of a transport have in common.
struct ConnectionSettings: Sendable {
    /// How long connecting may take where a request does not say.
    var connectLimit = Duration.seconds(10)

    /// How long a connection stays open without a request.
    ///
    /// Node keeps an idle connection for 5 s, the shortest of the common servers: a request on a connection that the
    /// server is closing cannot be told from one that it received.
    var idleLimit = TimeAmount.seconds(4)

    /// How many requests to one endpoint are under way at once.
    var callLimit = 1_000

    /// What TLS is spoken with.
    var tls: @Sendable () throws -> NIOSSLContext = { try Self.systemTLS.get() }

    /// Made once: it holds the certificates of all authorities that the system trusts.
    private static let systemTLS = Result { try makeTLS(trusting: .default) }

    /// TLS for clients, with certificates of these authorities.
    static func makeTLS(trusting roots: NIOSSLTrustRoots) throws -> NIOSSLContext {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv12
        tls.applicationProtocols = ["http/1.1"]
        tls.trustRoots = roots
        // A peer that does not answer the end of a stream holds its descriptor that long.
        tls.shutdownTimeout = .seconds(1)
        return try NIOSSLContext(configuration: tls)
    }
}
#endif
