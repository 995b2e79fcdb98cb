/// Turns the clients of the spec into what is emitted for them.
struct ClientResolver {
    let table: DefinitionTable

    /// One client with its resources.
    func resolve(_ client: Named<ClientSpec>, resources: [ResourceIR]) -> ClientIR {
        let spec = table.spec
        let names = client.value.resources.map(\.value)
        let own = names.compactMap { name in resources.first { $0.specName == name } }
        return ClientIR(
            name: SwiftNaming.type(client.name.value),
            source: table.source(spec.api.location),
            about: client.value.about?.value,
            address: address(client.value),
            parameters: client.value.parameters.map { parameter($0) },
            basePath: client.value.basePath?.value,
            credentials: client.value.auth.credentials.map { credential($0) },
            options: client.value.options.map { option($0) },
            resources: own,
            overridable: own.flatMap { overridable($0) },
            headers: client.value.auth.headers.map { NamedText(name: $0.name.value, text: $0.value.value) },
            signature: client.value.auth.signature.map { signature($0) },
            envelope: spec.envelopes.isEmpty
                ? [spec.envelope?.value].compactMap(\.self).filter { !$0.isEmpty } : spec.envelopes.map(\.value),
            metadata: metadata(spec.metadata),
            timeouts: TimeoutsIR(
                connect: spec.timeouts.connect?.value,
                attempt: spec.timeouts.attempt?.value,
                call: spec.timeouts.call?.value
            ),
            retry: spec.retry.map { retry($0) },
            errorPaths: ErrorPathsIR(
                message: spec.errors.message.map(\.value),
                code: spec.errors.code.map(\.value),
                details: spec.errors.details.map(\.value)
            )
        )
    }

    /// The documented rate as a sentence.
    func rate(_ rate: RateSpec) -> String {
        rate.about?.value ?? "\(rate.limit.value) requests in \(DurationText.words(rate.window.value))."
    }

    private func address(_ client: ClientSpec) -> AddressIR {
        guard let url = client.url else {
            return .servers(
                client.servers.map { ServerIR(name: SwiftNaming.member($0.name.value), url: $0.value.value) }
            )
        }
        return .url(
            argument: SwiftNaming.member(url.argument.value),
            about: url.about?.value,
            suffix: url.suffix?.value,
            example: url.example.value
        )
    }

    private func credential(_ credential: Named<CredentialSpec>) -> CredentialIR {
        CredentialIR(
            name: SwiftNaming.member(credential.name.value),
            specName: credential.name.value,
            about: credential.value.about?.value,
            looksLike: credential.value.looksLike?.value,
            defaultValue: credential.value.defaultValue?.value
        )
    }

    private func parameter(_ parameter: Named<FieldSpec>) -> ClientParameterIR {
        ClientParameterIR(
            name: SwiftNaming.member(parameter.name.value, override: parameter.value.swiftName?.value),
            specName: parameter.name.value,
            about: parameter.value.about?.value
        )
    }

    private func option(_ option: Named<FieldSpec>) -> OptionIR {
        let property = FieldResolver(table: table).property(option)
        return OptionIR(name: property.name, type: property.type, about: property.about)
    }

    private func overridable(_ resource: ResourceIR) -> [OverridablePathIR] {
        resource.operations.filter(\.isOverridable).map { operation in
            OverridablePathIR(
                name: SwiftNaming.member("\(resource.specName)_\(operation.name.text)"),
                operation: operation.id,
                path: operation.path,
                about: operation.about
            )
        }
    }

    private func signature(_ spec: SignatureSpec) -> SignatureIR {
        SignatureIR(
            algorithm: spec.algorithm.value,
            key: spec.key.value,
            signs: spec.signs.value,
            encoding: spec.encoding.value
        )
    }

    private func metadata(_ spec: MetadataSpec) -> MetadataIR {
        MetadataIR(
            requestID: spec.requestID?.value,
            rateLimitLimit: spec.rateLimitLimit?.value,
            rateLimitRemaining: spec.rateLimitRemaining?.value,
            replayed: spec.replayed?.value
        )
    }

    private func retry(_ spec: RetrySpec) -> RetryIR {
        var retry = RetryIR(retryAfter: spec.saysRetryAfter ? .none : .standard)
        retry.attempts = spec.attempts?.value
        retry.on = spec.on.isEmpty ? nil : spec.on.map(\.value)
        retry.delay = spec.delay?.value
        if let rule = spec.retryAfter {
            retry.retryAfter = .rule(
                statuses: rule.on.map(\.value),
                cap: rule.cap.value,
                hasJitter: rule.jitter.value
            )
        }
        return retry
    }
}
