/// Where operations are sent to.
struct OperationHost: Sendable {
    let baseURL: BaseURL
    /// Whether the client's credentials go there.
    let takesCredentials: Bool

    /// The hosts of a client by their names.
    /// - Parameters:
    ///   - server: The URL of the client's server.
    ///   - urls: The user's own URLs.
    static func all(
        _ definitions: [HostDefinition],
        server: String?,
        _ urls: [String: String]
    ) throws(ConfigurationError) -> [String: OperationHost] {
        for name in urls.keys.sorted() where !definitions.contains(where: { $0.name == name }) {
            let known = definitions.map(\.name).joined(separator: ", ")
            let reason =
                "is no host of this client; " + (known.isEmpty ? "it has one host only" : "the others are \(known)")
            throw ConfigurationError(option: "configuration.hostURLs.\(name)", reason: reason)
        }
        var hosts: [String: OperationHost] = [:]
        for definition in definitions {
            let own = definition.servers.first { $0.key == server }?.value
            hosts[definition.name] = OperationHost(
                baseURL: try BaseURL(
                    parsing: urls[definition.name] ?? own ?? definition.url ?? "",
                    argument: "configuration.hostURLs.\(definition.name)"
                ),
                takesCredentials: definition.takesCredentials
            )
        }
        return hosts
    }
}
