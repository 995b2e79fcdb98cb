import SpecYAML
@_spi(Generated) import WaybillRuntime

struct HostsRule: LocalRule {
    let id = "host"
    let summary = "A host of an operation is one of each client that has the operation, and has a URL for each server."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for client in context.spec.clients {
            let names = client.value.resources.map(\.value)
            let resources = context.spec.resources.filter { names.contains($0.name.value) }
            let used = resources.flatMap(\.operations).compactMap(\.value.host)
            for host in client.value.hosts {
                checkName(host.name, into: &diagnostics)
                checkURLs(host.value, client.value, into: &diagnostics)
                if !used.contains(where: { $0.value == host.name.value }) {
                    diagnostics.error(id, unused(host.name.value), at: host.name.location)
                }
            }
            let known = client.value.hosts.map(\.name.value)
            for name in used where !known.contains(name.value) {
                diagnostics.error(id, unknown(name.value, client.name.value, known), at: name.location)
            }
        }
    }

    private func checkName(_ name: Located<String>, into diagnostics: inout DiagnosticCollector) {
        let isPlain = name.value.utf8.allSatisfy { byte in
            byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
                || Character(UnicodeScalar(byte)).isLetter && byte < 0x80
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
        if !isPlain || name.value.isEmpty { diagnostics.error(id, unusable(name.value), at: name.location) }
    }

    private func checkURLs(_ host: HostSpec, _ client: ClientSpec, into diagnostics: inout DiagnosticCollector) {
        for url in [host.url].compactMap(\.self) + host.servers.map(\.value) {
            if !TextTemplate(url.value).placeholders.isEmpty {
                diagnostics.error(id, template(url.value), at: url.location)
                continue
            }
            do throws(ConfigurationError) {
                _ = try BaseURL(parsing: url.value, argument: "url")
            } catch {
                diagnostics.error(id, refused(url.value, error.reason), at: url.location)
            }
        }
        guard !host.servers.isEmpty else { return }
        let servers = client.servers.map(\.name.value)
        for server in host.servers.map(\.name) where !servers.contains(server.value) {
            diagnostics.error(id, noServer(server.value, servers), at: server.location)
        }
        let missing = servers.filter { server in !host.servers.contains { $0.name.value == server } }
        if !missing.isEmpty { diagnostics.error(id, missingServers(missing), at: host.location) }
    }
}

// MARK: - Messages

extension HostsRule {
    private func unused(_ name: String) -> String {
        "no operation is sent to the host \(SpecText.quoted(name)); write 'host: \(name)' in one, or leave it out"
    }

    private func unknown(_ name: String, _ client: String, _ known: [String]) -> String {
        let fix =
            Suggestion.nearest(to: name, among: known).map { "did you mean \(SpecText.quoted($0))?" }
            ?? "add it to the client's 'hosts'"
        return "client \(SpecText.quoted(client)) has no host \(SpecText.quoted(name)); \(fix)"
    }

    private func unusable(_ name: String) -> String {
        "\(SpecText.quoted(name)) cannot name a host; write letters, digits, hyphens and underscores"
    }

    private func noServer(_ name: String, _ known: [String]) -> String {
        let fix =
            known.isEmpty
            ? "it has none, so write 'url'"
            : Suggestion.nearest(to: name, among: known).map { "did you mean \(SpecText.quoted($0))?" }
                ?? "its servers are \(known.joined(separator: ", "))"
        return "the client has no server \(SpecText.quoted(name)); \(fix)"
    }

    private func missingServers(_ names: [String]) -> String {
        "the host needs a URL for each server of the client; add \(names.joined(separator: ", "))"
    }

    private func template(_ url: String) -> String {
        "\(SpecText.quoted(url)) has a placeholder, and a host is one address; write the usual one, in whose place 'hostURLs' puts another"
    }

    private func refused(_ url: String, _ reason: String) -> String {
        "\(SpecText.quoted(url)) \(reason); write a URL such as https://files.example.com"
    }
}
