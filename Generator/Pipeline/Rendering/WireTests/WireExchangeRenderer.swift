@_spi(Generated) import WaybillSigning

/// Writes how the tests of a module's examples make their clients.
struct WireExchangeRenderer {
    let api: ResolvedAPI
    let scope: TypeScope

    func render() -> GeneratedFile {
        var writer = SwiftWriter(scope)
        WireTestFile.writeHeader(
            from: api.location.shownFile,
            imports: ["import \(api.module)", "@_spi(Generated) import WaybillTesting"],
            to: &writer
        )
        writer.block("extension WireExchange") { writer in
            for (index, client) in api.clients.enumerated() {
                if index > 0 { writer.blank() }
                write(client, to: &writer)
            }
        }
        return GeneratedFile(path: "WireExchange+\(api.module.text).swift", text: writer.text)
    }

    /// The name of the function that makes a client.
    func factory(_ client: ResolvedClient) -> SwiftIdentifier {
        let taken = KnownNames.members(of: "WireExchange")
        let names = SwiftNaming.distinct(api.clients.map { SwiftNaming.member($0.identifier.text) }, avoiding: taken)
        return zip(api.clients, names).first { $0.0.name == client.name }?.1 ?? client.identifier
    }

    /// What a test gives for a client's parameter or credential.
    static func value(_ name: String) -> String { "test-\(name)" }

    /// What stands for a client's parameter in a test: its default, where it has one.
    static func value(_ name: String, of client: ResolvedClient) -> String {
        client.parameters.first { $0.name == name }?.defaultText ?? value(name)
    }

    private func write(_ client: ResolvedClient, to writer: inout SwiftWriter) {
        writer.doc(DocComment("Makes a client that tries once.", or: ""))
        writer.block("func \(factory(client))() throws -> \(type: client.identifier)") { writer in
            var arguments: [SwiftLayout] = []
            if case .url(let url) = client.address {
                arguments.append(.code("\(label: url.identifier): \(literal: url.example)"))
            }
            arguments += client.parameters.filter { $0.defaultValue == nil }.map {
                .code("\(label: $0.identifier): \(literal: Self.value($0.name))")
            }
            arguments += client.credentials.filter { $0.defaultValue == nil }.map { credential in
                let text = client.example(of: credential, Self.value(credential.name))
                if text.contains("\n") { return .code("\(label: credential.identifier): \(credential.identifier)") }
                return .code("\(label: credential.identifier): \(literal: text)")
            }
            for credential in client.credentials where credential.defaultValue == nil {
                let text = client.example(of: credential, Self.value(credential.name))
                if text.contains("\n") { writer.constant(credential.identifier, text: text) }
            }
            let hasLines = client.credentials.contains { client.webTokenKey($0)?.isPEM == true }
            writer.layout(
                .call("\(type: client.identifier)", arguments + [.code("configuration: configuration")]),
                prefix: hasLines ? "return try " : "try "
            )
        }
    }
}
