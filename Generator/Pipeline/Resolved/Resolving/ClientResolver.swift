@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillSigning

/// Resolves the clients of a spec.
struct ClientResolver {
    let definitions: Definitions
    let resources: [ResolvedResource]

    func resolve(_ client: Named<ClientSpec>) -> ResolvedClient {
        let ways = client.value.auth.ways
        guard let first = ways.first else { return resolve(client, client.value.auth) }
        let others = ways.dropFirst().map { way in
            ResolvedWay(
                name: way.name.value,
                location: way.name.location,
                about: way.value.about?.value,
                client: resolve(client, way.value.auth, as: way)
            )
        }
        return resolve(client, first.value.auth, as: first, besides: others)
    }

    private func resolve(
        _ client: Named<ClientSpec>,
        _ auth: AuthSpec,
        as way: Named<WaySpec>? = nil,
        besides others: [ResolvedWay] = []
    ) -> ResolvedClient {
        let spec = client.value
        return ResolvedClient(
            name: client.name.value,
            location: client.name.location,
            about: spec.about?.value,
            certainty: spec.certainty,
            address: address(spec),
            hosts: spec.hosts.map { ResolvedHost($0, of: spec) },
            parameters: spec.parameters.map { definitions.field($0) },
            basePath: spec.basePath.map { TextTemplate($0.value) },
            requestHeaders: spec.headers.map { ($0.name.value, TextTemplate($0.value.value)) },
            credentials: auth.credentials.map { credential($0) },
            headers: auth.headers.map { ($0.name.value, TextTemplate($0.value.value)) },
            query: auth.query.map { ($0.name.value, TextTemplate($0.value.value)) },
            basic: auth.basic.map { BasicAuthentication(user: $0.user.value, password: $0.password.value) },
            signature: auth.signature.map { SignatureRecipe($0) },
            token: auth.token.map { ResolvedToken($0) },
            webToken: auth.webToken.map { ResolvedWebToken($0) },
            ownWay: way.map { ($0.name.value, $0.value.about?.value) },
            otherWays: others,
            options: spec.options.map { definitions.field($0) },
            resources: spec.resources.map { resource($0.value) }
        )
    }

    private func resource(_ name: String) -> ResolvedResource {
        guard let resource = resources.first(where: { $0.name == name }) else {
            preconditionFailure("a valid client has resources that exist")
        }
        return resource
    }

    private func address(_ client: ClientSpec) -> ResolvedClient.Address {
        guard let url = client.url else {
            return .servers(client.servers.map { ResolvedServer(name: $0.name.value, url: $0.value.value) })
        }
        return .url(
            ResolvedURL(
                argument: url.argument.value,
                about: url.about?.value,
                suffix: url.suffix?.value,
                example: url.example.value
            )
        )
    }

    private func credential(_ credential: Named<CredentialSpec>) -> ResolvedCredential {
        ResolvedCredential(
            name: credential.name.value,
            about: credential.value.about?.value,
            looksLike: credential.value.looksLike?.value,
            defaultValue: credential.value.defaultValue?.value,
            certainty: credential.value.certainty
        )
    }
}
