/// Another host, which some operations of a client are sent to.
package struct ResolvedHost: Sendable {
    package let name: String
    package let about: String?
    /// Its URL, whichever server the client has.
    package let url: String?
    /// Its URLs for the client's servers.
    package let servers: [(server: ResolvedServer, url: String)]
    /// Whether the client's credentials go there.
    package let takesCredentials: Bool

    /// The URL that documentation and tests show: that of the first server.
    package var exampleURL: String { url ?? servers.first?.url ?? "" }
}

extension ResolvedHost {
    init(_ host: Named<HostSpec>, of client: ClientSpec) {
        name = host.name.value
        about = host.value.about?.value
        url = host.value.url?.value
        // In the order of the client's servers, whose first one is the default.
        servers = client.servers.compactMap { server in
            host.value.servers.first { $0.name.value == server.name.value }.map { own in
                (ResolvedServer(name: server.name.value, url: server.value.value), own.value.value)
            }
        }
        takesCredentials = host.value.takesCredentials
    }
}

extension ResolvedClient {
    /// The host of an operation; nil where it is the client's own.
    package func host(of operation: ResolvedOperation) -> ResolvedHost? {
        operation.host.flatMap { name in hosts.first { $0.name == name } }
    }

    /// Whether what authenticates goes out with an operation.
    package func isAuthenticated(_ operation: ResolvedOperation) -> Bool {
        operation.isAuthenticated && host(of: operation)?.takesCredentials ?? true
    }
}
