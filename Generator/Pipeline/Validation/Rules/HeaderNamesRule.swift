import SpecYAML

struct HeaderNamesRule: LocalRule {
    let id = "header-name"
    let summary = "Names of headers are tokens (RFC 9110, section 5.6.2), and none that the runtime writes itself."
    private static let reserved: Set<String> = [
        "accept", "accept-encoding", "connection", "content-encoding", "content-length", "content-type", "cookie",
        "expect", "host", "keep-alive", "proxy-authorization", "te", "trailer", "transfer-encoding", "upgrade",
        "user-agent",
    ]
    /// The fields of draft-ietf-httpapi-ratelimit-headers, which have several numbers each.
    private static let standard: Set<String> = ["ratelimit", "ratelimit-policy"]

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        let operations = context.spec.resources.flatMap(\.operations).map(\.value)
        for client in context.spec.clients.map(\.value) {
            let ways = client.auth.each.map { way in
                let basic = way.basic.map { [$0.user.map { _ in "Authorization" }] } ?? []
                return way.headers.map(\.name) + basic
            }
            for way in ways { check(sent: way + client.headers.map(\.name), taken: [], into: &diagnostics) }
            for token in client.auth.each.compactMap(\.token) { check(token, into: &diagnostics) }
            let auth = ways.flatMap(\.self) + client.headers.map(\.name)
            for operation in operations.filter({ isReached($0, by: client, in: context.spec) }) {
                let own = operation.headerParameters.map(\.name) + [operation.idempotencyKey?.header].compactMap(\.self)
                // Beside what does not go out, a name is free.
                let others = operation.auth == nil ? auth : client.headers.map(\.name)
                check(sent: own, taken: Set(others.map { $0.value.lowercased() }), into: &diagnostics)
            }
        }
        let metadata = context.spec.metadata
        let read = [metadata.requestID, metadata.replayed].compactMap(\.self) + metadata.rateLimit.names
        let cursors = operations.compactMap { $0.pages?.cursor?.header }
        for name in read + cursors where !HeaderToken.isToken(name.value) {
            diagnostics.error(id, noToken(name.value), at: name.location)
        }
        for name in metadata.rateLimit.names where Self.standard.contains(name.value.lowercased()) {
            diagnostics.error(id, severalNumbers(name.value), at: name.location)
        }
        for window in metadata.rateLimit.windows where window.value.names.isEmpty {
            diagnostics.error(id, noHeaders(window.name.value), at: window.name.location)
        }
    }

    /// Requests for tokens have a body that says its type, and may ask for an answer of another type than JSON's own.
    private func check(_ token: TokenSpec, into diagnostics: inout DiagnosticCollector) {
        let basic = token.basic.map { [$0.user.map { _ in "Authorization" }] } ?? []
        check(sent: token.headers.map(\.name) + basic, taken: [], free: ["accept"], into: &diagnostics)
    }

    private func isReached(_ operation: OperationSpec, by client: ClientSpec, in spec: Spec) -> Bool {
        spec.resources.contains { resource in
            client.resources.contains { $0.value == resource.name.value }
                && resource.operations.contains { $0.value.location == operation.location }
        }
    }

    private func check(
        sent names: [Located<String>],
        taken: Set<String>,
        free: Set<String> = [],
        into diagnostics: inout DiagnosticCollector
    ) {
        var taken = taken
        for name in names {
            let key = name.value.lowercased()
            if !HeaderToken.isToken(name.value) {
                diagnostics.error(id, noToken(name.value), at: name.location)
            } else if Self.reserved.contains(key), !free.contains(key) {
                diagnostics.error(id, reserved(name.value), at: name.location)
            } else if !taken.insert(key).inserted {
                diagnostics.error(id, twice(name.value), at: name.location)
            }
        }
    }
}

// MARK: - Messages

extension HeaderNamesRule {
    private func noToken(_ name: String) -> String {
        "\(SpecText.quoted(name)) cannot name a header; write letters, digits and hyphens, such as X-Request-Id"
    }

    private func severalNumbers(_ name: String) -> String {
        "\(SpecText.quoted(name)) is no single number; write 'standard: true' in place of it"
    }

    private func noHeaders(_ window: String) -> String {
        "no header tells of the window \(SpecText.quoted(window)); write 'limit', 'remaining' or 'reset', or leave it out"
    }

    private func reserved(_ name: String) -> String {
        "the runtime writes \(SpecText.quoted(name)) itself; leave it out"
    }

    private func twice(_ name: String) -> String {
        "\(SpecText.quoted(name)) is sent twice (letter case does not matter); leave one out"
    }
}
