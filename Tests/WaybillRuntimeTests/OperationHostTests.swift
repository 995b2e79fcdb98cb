import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

/// Operations that go to other hosts, and those without credentials.
@Suite struct OperationHostTests {
    private static let definition = ClientDefinition(
        api: "sample",
        authentication: Authentication(headers: ["Authorization": "Bearer {apiKey}"]),
        hosts: [
            HostDefinition("files", url: "https://files.sample.test/in"),
            HostDefinition("vault", servers: ["https://one": "https://vault.sample.test"], takesCredentials: true),
        ]
    )

    private func sent(_ operation: OperationDefinition) async throws -> String {
        let stub = StubTransport(.status(204))
        var configuration = ClientConfiguration(retry: .never, transport: stub)
        configuration.hostURLs = ["vault": "https://vault.sample.test"]
        let client = try SampleClient(apiKey: "canary", definition: Self.definition, configuration: configuration)
        _ = try await client.send(APIRequest<SampleClient, NoContent>(operation))
        let request = try #require(stub.requests.first)
        return "\(request.url) \(request.header("Authorization") ?? "open")"
    }

    private func operation(host: String? = nil, isAuthenticated: Bool = true) -> OperationDefinition {
        OperationDefinition(
            id: "files.put",
            method: .put,
            path: "/files",
            resend: .safe,
            host: host,
            isAuthenticated: isAuthenticated
        )
    }

    @Test("S08 credentials go to the client's host, and to those that get them")
    func credentials() async throws {
        #expect(try await sent(operation()) == "https://api.sample.test/files Bearer canary")
        #expect(try await sent(operation(isAuthenticated: false)) == "https://api.sample.test/files open")
        #expect(try await sent(operation(host: "files")) == "https://files.sample.test/in/files open")
        #expect(try await sent(operation(host: "vault")) == "https://vault.sample.test/files Bearer canary")
        #expect(try await sent(operation(host: "vault", isAuthenticated: false)).hasSuffix(" open"))
    }

    @Test("a host's URL is the user's, or the server's, or the only one")
    func urls() throws {
        let hosts = Self.definition.hosts
        let urls = try OperationHost.all(hosts, server: "https://one", [:]).mapValues(\.baseURL.text)
        #expect(urls == ["files": "https://files.sample.test/in", "vault": "https://vault.sample.test"])
        let own = try OperationHost.all(hosts, server: "https://one", ["files": "http://[::1]:80/x/"])
        #expect(own["files"]?.baseURL.text == "http://[::1]:80/x")
        #expect(throws: ConfigurationError.self) { try OperationHost.all(hosts, server: "https://two", [:]) }
    }

    @Test("a request that was kept before goes out with credentials, as it did")
    func older() throws {
        let text = """
            {"version":1,"api":"sample","operation":"a.b","method":"GET","resend":"safe",\
            "base_url":"https://api.sample.test","url":"https://api.sample.test/x","headers":{}}
            """
        let older = try FilledRequest(parsing: Array(text.utf8))
        #expect(older.isAuthenticated)
        #expect(try !String(decoding: older.serialized(), as: UTF8.self).contains("authenticated"))
    }
}
