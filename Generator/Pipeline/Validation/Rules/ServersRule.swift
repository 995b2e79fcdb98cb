import SpecYAML
@_spi(Generated) import WaybillRuntime

struct ServersRule: LocalRule {
    let id = "server"
    let summary = "A client has named servers or takes its URL from the user; every URL is one the runtime accepts."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for client in context.spec.clients {
            if client.value.servers.isEmpty == (client.value.url == nil) {
                diagnostics.error(id, oneAddress(client.name.value), at: client.name.location)
            }
            for (place, server) in client.value.servers.enumerated() {
                if !TextTemplate(server.value.value).placeholders.isEmpty {
                    diagnostics.error(id, template(server.value.value), at: server.value.location)
                    continue
                }
                check(server.value, suffix: nil, into: &diagnostics)
                let others = client.value.servers[..<place]
                guard let first = others.first(where: { $0.value.value == server.value.value }) else { continue }
                diagnostics.error(
                    id,
                    sameURL(server.name.value, first.name.value),
                    at: server.value.location,
                    notes: [Diagnostic.Note(message: "the other one", location: first.value.location)]
                )
            }
            guard let url = client.value.url else { continue }
            if let suffix = url.suffix, !suffix.value.hasPrefix("/") || suffix.value.hasSuffix("/") {
                diagnostics.error(id, noSuffix, at: suffix.location)
            } else {
                check(url.example, suffix: url.suffix?.value, into: &diagnostics)
            }
        }
        if let docs = context.spec.docs, !docs.value.hasPrefix("https://") {
            diagnostics.error(id, noDocs, at: docs.location)
        }
    }

    private func check(_ url: Located<String>, suffix: String?, into diagnostics: inout DiagnosticCollector) {
        do throws(ConfigurationError) {
            _ = try BaseURL(parsing: url.value, argument: "url", suffix: suffix)
        } catch {
            diagnostics.error(id, refused(url.value, error.reason), at: url.location)
        }
    }
}

// MARK: - Messages

extension ServersRule {
    private var noSuffix: String { "a suffix is the end of a path; begin it with '/' and end it without one" }

    private var noDocs: String { "the vendor's page needs its whole address; begin it with https://" }

    private func oneAddress(_ client: String) -> String {
        "client \(SpecText.quoted(client)) needs one kind of address; write 'servers' or 'url', one of them"
    }

    private func sameURL(_ server: String, _ other: String) -> String {
        "\(SpecText.quoted(server)) has the URL of \(SpecText.quoted(other)); leave one out"
    }

    private func template(_ url: String) -> String {
        "\(SpecText.quoted(url)) has a placeholder, and a server is one address; where users give theirs, write 'url: {argument: …, example: …}' and no 'servers'"
    }

    private func refused(_ url: String, _ reason: String) -> String {
        "\(SpecText.quoted(url)) \(reason); write a URL such as https://api.example.com"
    }
}
