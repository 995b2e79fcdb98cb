/// Another host that some operations of a client are sent to, as its spec has it.
@_spi(Generated)
public struct HostDefinition: Sendable {
    /// The name, by which operations and users speak of it.
    public let name: String
    /// Its URL, where the client's server has none of its own for it.
    public let url: String?
    /// Its URLs by those of the client's servers.
    public let servers: KeyValuePairs<String, String>
    /// Whether the client's credentials go there.
    public let takesCredentials: Bool

    /// Describes a host; it gets no credentials unless that is said.
    public init(
        _ name: String,
        url: String? = nil,
        servers: KeyValuePairs<String, String> = [:],
        takesCredentials: Bool = false
    ) {
        self.name = name
        self.url = url
        self.servers = servers
        self.takesCredentials = takesCredentials
    }
}
