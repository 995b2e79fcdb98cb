/// Writes the initialiser of a client.
struct ClientInitializerRenderer {
    /// The client in one of its ways to authenticate.
    let client: ResolvedClient
    /// Whether there are other ways.
    let isOneOfSeveral: Bool

    private struct Parameter {
        let name: SwiftIdentifier
        let declaration: SwiftCode
        let text: String
    }

    /// The initialiser with its comment.
    func write(to writer: inout SwiftWriter) {
        let parameters = self.parameters
        var comment = DocComment("Makes a client.", or: "")
        comment.add(client.ownWay?.about)
        comment.addParameters(parameters.map { ($0.name.text, $0.text) })
        comment.addThrows(
            "``ConfigurationError`` where a credential is blank, a URL cannot be used or a limit makes no sense."
        )
        writer.doc(comment)
        let signature = SwiftLayout.call("public init", parameters.map { .code($0.declaration) })
        writer.block(signature, suffix: " throws(ConfigurationError)") { writer in
            let options = SwiftNaming.local("options", avoiding: parameters.map(\.name))
            if !client.options.isEmpty {
                writer.line("var \(options): [String: [String]] = [:]")
                for option in client.options {
                    let list = lists(option)
                    writer.line("\(options)[\(literal: option.identifier.text)] = \(list)")
                }
            }
            writer.layout(.call("ClientCore", arguments(options: options)), prefix: "core = try ")
        }
    }

    private var parameters: [Parameter] {
        var parameters: [Parameter] = []
        if case .url(let url) = client.address {
            let text = Sentence.joined([url.about ?? "Where the API is served.", "Such as `\(url.example)`."])
            let declaration: SwiftCode = "\(parameter: url.identifier): String"
            parameters.append(Parameter(name: url.identifier, declaration: declaration, text: text))
        }
        for parameter in client.parameters {
            let isInPath = client.pathParameters.contains { $0.name == parameter.name }
            let use = isInPath ? "One segment of every path." : "Goes out with every request."
            let usual = isInPath ? "Stands in every path." : use
            let text = Sentence.joined(
                [parameter.about ?? usual, parameter.about == nil && !isInPath ? nil : use]
                    + parameter.certainty.map(\.sentence)
            )
            let fallback = parameter.defaultText.map { " = \(literal: $0)" as SwiftCode } ?? ""
            let declaration: SwiftCode = "\(parameter: parameter.identifier): String\(fallback)"
            parameters.append(Parameter(name: parameter.identifier, declaration: declaration, text: text))
        }
        for credential in client.credentials {
            let looks = credential.looksLike.map { "It begins with `\($0)`." }
            let text = Sentence.joined(
                [
                    credential.about ?? "The credential.", looks,
                    client.webTokenKey(credential).map(WebTokenRenderer.text),
                ]
                    + credential.certainty.map(\.sentence)
            )
            let fallback = credential.defaultValue.map { " = \(literal: $0)" as SwiftCode } ?? ""
            let declaration: SwiftCode = "\(parameter: credential.identifier): String\(fallback)"
            parameters.append(Parameter(name: credential.identifier, declaration: declaration, text: text))
        }
        for option in client.options {
            let base: SwiftCode = "\(parameter: option.identifier): \(option.type.code)"
            let declaration: SwiftCode = option.type.isOptional ? "\(base) = nil" : base
            let text = Sentence.joined([option.about ?? "The allowed values."] + option.certainty.map(\.sentence))
            parameters.append(Parameter(name: option.identifier, declaration: declaration, text: text))
        }
        return parameters + settings
    }

    private var settings: [Parameter] {
        var parameters: [Parameter] = []
        if case .servers(let servers) = client.address, let first = servers.first {
            parameters.append(
                Parameter(
                    name: SwiftIdentifier(made: "server"),
                    declaration: "server: Server = .\(member: first.identifier)",
                    text: "Where the API is served; `configuration.baseURL` takes its place where that is set."
                )
            )
        }
        if !client.overridablePaths.isEmpty {
            parameters.append(
                Parameter(
                    name: SwiftIdentifier(made: "paths"),
                    declaration: "paths: Paths = Paths()",
                    text: "Paths to use in place of the known ones."
                )
            )
        }
        parameters.append(
            Parameter(
                name: SwiftIdentifier(made: "configuration"),
                declaration: "configuration: ClientConfiguration = ClientConfiguration()",
                text: "Time limits, retries, transport and logger."
            )
        )
        return parameters
    }

    private func arguments(options: SwiftIdentifier) -> [SwiftLayout] {
        var arguments: [SwiftLayout] = [
            definition,
            .labelled(SwiftIdentifier(made: "baseURL"), baseURL),
            .labelled(
                SwiftIdentifier(made: "credentials"),
                .array(client.credentials.map { .code(credential($0)) })
            ),
            .code("configuration: configuration"),
        ]
        if !client.options.isEmpty { arguments.append(.code("options: \(options)")) }
        if !client.overridablePaths.isEmpty { arguments.append(.code("paths: paths.replaced")) }
        let headers = client.headerParameters
        if !headers.isEmpty {
            arguments.append(.labelled(SwiftIdentifier(made: "parameters"), .array(headers.map(value))))
        }
        if case .servers = client.address, client.hosts.contains(where: { !$0.servers.isEmpty }) {
            arguments.append(.code("server: server.rawValue"))
        }
        return arguments + [.code("defaultTransport: { DefaultTransport.shared }")]
    }

    private var definition: SwiftLayout {
        guard isOneOfSeveral else { return .code("definition: Self.definition") }
        let call = SwiftLayout.call("Self.definition", [AuthenticationRenderer(client: client).layout])
        return .labelled(SwiftIdentifier(made: "definition"), call)
    }

    private func credential(_ credential: ResolvedCredential) -> SwiftCode {
        let blank: SwiftCode = credential.defaultValue == nil ? "" : ", mayBeBlank: true"
        return "Credential(\(literal: credential.name), \(credential.identifier)\(blank))"
    }

    /// What stands before every path, where there is anything.
    private var basePath: [SwiftLayout] {
        guard let path = client.basePath else { return [] }
        let values = client.pathParameters.map(value)
        return [
            .code("path: \(literal: path.description)"), .labelled(SwiftIdentifier(made: "values"), .array(values)),
        ]
    }

    private func value(_ parameter: ResolvedField) -> SwiftLayout {
        let argument: SwiftCode = "argument: \(literal: parameter.identifier.text)"
        return .code("PathValue(\(literal: parameter.name), \(parameter.identifier), \(argument))")
    }

    private var baseURL: SwiftLayout {
        guard case .url(let url) = client.address else {
            return .call(
                "BaseURL",
                [
                    .code("parsing: configuration.baseURL ?? server.rawValue"),
                    .code("argument: \"configuration.baseURL\""),
                ] + basePath
            )
        }
        var arguments: [SwiftLayout] = [
            .code("parsing: configuration.baseURL ?? \(url.identifier)"),
            .code("argument: \(literal: url.identifier.text)"),
        ]
        if let suffix = url.suffix { arguments.append(.code("suffix: \(literal: suffix)")) }
        return .call("BaseURL", arguments + basePath)
    }

    private func lists(_ option: ResolvedField) -> SwiftCode {
        guard case .list(let element) = option.type.unwrapped else {
            return "[\(option.type.unwrapped.text("\(option.identifier)"))]"
        }
        if element == .format(.string) || element == .format(.id) { return "\(option.identifier)" }
        let mark: SwiftCode = option.type.isOptional ? "?" : ""
        return "\(option.identifier)\(mark).map { \(element.text("$0")) }"
    }
}
