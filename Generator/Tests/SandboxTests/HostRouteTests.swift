import Testing
import WaybillJSON

@testable import Sandbox

/// Operations on other hosts, and those that anybody may call.
@Suite struct HostRouteTests {
    private static let api = """
        waybill: 1
        api: Things
        clients:
          ThingsClient:
            servers: {live: "https://things.example/v1"}
            parameters: {team: {}}
            basePath: /teams/{team}
            hosts:
              files: https://files.example/in
              vault: {url: "https://vault.example", credentials: true}
            auth:
              credentials: {key: {}}
              headers: {X-Key: "{key}"}
            resources: [things]
        """

    private static let resource = """
        resource: things
        operations:
          look:
            http: GET /things
            examples: {there: {status: 204}}
          login:
            http: POST /login
            auth: none
            headers: {X-Key: {type: "string?"}}
            examples: {known: {status: 204}}
          put:
            http: PUT /things
            host: files
            examples: {taken: {status: 201}}
          keep:
            http: PUT /things
            host: vault
            examples: {kept: {status: 202}}
        """

    private static func sandbox() throws -> PlayedSandbox {
        try PlayedSandbox(api: api, resource: resource, options: SandboxOptions(credentials: ["key": "k"]))
    }

    private static let key = [(name: "X-Key", value: "k")]

    @Test("each host has a path of its own, which is said, and asks for credentials only where it gets them")
    func hosts() throws {
        var sandbox = try Self.sandbox()
        #expect(
            sandbox.api.hosts(port: 80).map(\.url) == [
                "http://127.0.0.1:80/_hosts/files/in", "http://127.0.0.1:80/_hosts/vault",
            ]
        )
        #expect(sandbox.send("PUT", "/_hosts/files/in/things").status == 201)
        #expect(sandbox.send("PUT", "/_hosts/vault/things").status == 401)
        #expect(sandbox.send("PUT", "/_hosts/vault/things", headers: Self.key).status == 202)
        #expect(sandbox.send("PUT", "/v1/teams/a/things", headers: Self.key).status == 405)
        let help = sandbox.send("GET", "/_sandbox").text
        #expect(help.contains("PUT /_hosts/files/in/things  (things.put, ThingsClient)"))
    }

    @Test("what anybody may call asks for no credentials")
    func open() throws {
        var sandbox = try Self.sandbox()
        #expect(sandbox.send("POST", "/v1/teams/a/login").status == 204)
        #expect(sandbox.send("GET", "/v1/teams/a/things").status == 401)
        #expect(sandbox.send("GET", "/v1/teams/a/things", headers: Self.key).status == 204)
    }
}
