import Courier
import Foundation
import HTTPTypes
import TestSupport
import Testing
import WaybillTesting

/// Operations that go to other hosts, operations without credentials, and several proofs at once.
@Suite struct CourierErrandTests {
    private let clock = ManualClock(now: .seconds(1_700_000_000), randomness: .fixed(0))

    private func configuration(_ stub: StubTransport) -> ClientConfiguration {
        ClientConfiguration(retry: .never, transport: stub, clock: clock.runtime)
    }

    private func client(
        _ stub: StubTransport,
        server: ErrandClient.Server = .live,
        hostURLs: [String: String] = [:]
    ) throws -> ErrandClient {
        var configuration = configuration(stub)
        configuration.hostURLs = hostURLs
        return try ErrandClient(
            runner: "canary-ann",
            pin: "canary-pin",
            badge: "canary-badge",
            server: server,
            configuration: configuration
        )
    }

    private static let errand = StubAnswer.json(200, #"{"result":{"id":"e1"}}"#)

    private func expectNoCredential(in request: RecordedRequest) {
        #expect(request.header("Authorization") == nil && request.header("X-Badge") == nil)
        #expect(request.query == nil)
        let fields = request.headers.map(\.value).joined()
        #expect(!(request.url + fields + request.text).contains("canary"))
    }

    // MARK: Several at once

    @Test("a user with a password, a header and a parameter go out together")
    func together() async throws {
        let stub = StubTransport(Self.errand)
        _ = try await client(stub).errands.fetch("e1")
        let request = try #require(stub.requests.first)
        #expect(request.url == "https://errands.courier.example/v1/errands/e1?badge=canary-badge")
        // printf canary-ann:canary-pin | base64
        #expect(request.header("Authorization") == "Basic Y2FuYXJ5LWFubjpjYW5hcnktcGlu")
        #expect(request.header("X-Badge") == "canary-badge")
    }

    @Test("a token and a signature go out together, and the signature is that of the host which is asked")
    func tokenAndSignature() async throws {
        let stub = StubTransport(.json(200, #"{"access_token":"abc"}"#), .status(204), .json(201, #"{"result":{"id":"e2"}}"#))
        let client = try ConvoyClient(convoyID: "c1", convoyKey: "convoy", configuration: configuration(stub))
        _ = try await client.errands.store("e1", note: "gold")
        _ = try await client.errands.upload(note: "milk")
        #expect(stub.requests.map(\.url) == [
            "https://convoys.courier.example/token", "https://vault.courier.example/vault/e1",
            "https://uploads.courier.example/in/notes",
        ])
        #expect(stub.requests[1].header("Authorization") == "Bearer abc")
        // Made in Python, of "PUT https://vault.courier.example/vault/e1\n{"note":"gold"}".
        #expect(stub.requests[1].header("X-Signature") == "vbaMmkP+iYogmwDUa/aj/JFAiN8qoJmqmB7rnh0twT0=")
        #expect(stub.requests[2].header("Authorization") == nil && stub.requests[2].header("X-Signature") == nil)
    }

    // MARK: Without credentials

    @Test("S08 what anybody may call goes out without credentials, from a kept request and as a command too")
    func open() async throws {
        let stub = StubTransport(Self.errand, Self.errand, Self.errand)
        let client = try client(stub)
        _ = try await client.errands.login(name: "ann")
        let filled = try client.fill(ErrandClient.Errands.login(name: "ann"))
        _ = try await client.resend(FilledRequest(parsing: filled.serialized()), allowsDuplicate: true)
        _ = try await client.send(ErrandClient.Errands.login(name: "ann").resending(filled))
        #expect(stub.requests.count == 3)
        for request in stub.requests {
            #expect(request.url == "https://errands.courier.example/v1/login")
            expectNoCredential(in: request)
        }
        let command = try client.curl(ErrandClient.Errands.login(name: "ann"))
        #expect(!command.contains("Authorization") && !command.contains("badge"))
    }

    @Test("no token is asked for where none is sent")
    func noToken() async throws {
        let stub = StubTransport(Self.errand)
        let client = try ConvoyClient(convoyID: "c1", convoyKey: "convoy", configuration: configuration(stub))
        _ = try await client.errands.login(name: "ann")
        #expect(stub.requests.map(\.url) == ["https://convoys.courier.example/login"])
        #expect(stub.requests.first?.header("X-Signature") == nil)
    }

    // MARK: Other hosts

    @Test("S08 another host gets no credential, unless the spec gives it some")
    func hosts() async throws {
        let stub = StubTransport(Self.errand, .status(204))
        let client = try client(stub)
        _ = try await client.errands.upload(note: "milk")
        _ = try await client.errands.store("e1", note: "gold")
        expectNoCredential(in: stub.requests[0])
        #expect(stub.requests[0].url == "https://uploads.courier.example/in/notes")
        #expect(stub.requests[0].text == #"{"note":"milk"}"#)
        #expect(stub.requests[1].url == "https://vault.courier.example/vault/e1?badge=canary-badge")
        #expect(stub.requests[1].header("Authorization") == "Basic Y2FuYXJ5LWFubjpjYW5hcnktcGlu")
        let commands = try client.curl(ErrandClient.Errands.upload(note: "milk"))
        #expect(!commands.contains("Authorization") && commands.contains("https://uploads.courier.example/in/notes"))
    }

    @Test("a host can have an address for each server")
    func servers() async throws {
        let stub = StubTransport(.status(204), Self.errand)
        let client = try client(stub, server: .test)
        _ = try await client.errands.store("e1", note: "gold")
        _ = try await client.errands.upload(note: "milk")
        #expect(stub.requests[0].url == "https://vault.test.courier.example/vault/e1?badge=canary-badge")
        #expect(stub.requests[1].url == "https://uploads.courier.example/in/notes")
    }

    @Test("tests and other environments have hosts of their own, of which a name that the spec has not is refused")
    func configured() async throws {
        let stub = StubTransport(Self.errand, .status(204))
        let own = ["uploads": "http://127.0.0.1:8080/u/", "vault": "http://127.0.0.1:8080/v"]
        let client = try client(stub, hostURLs: own)
        _ = try await client.errands.upload(note: "milk")
        _ = try await client.errands.store("e1", note: "gold")
        #expect(stub.requests[0].url == "http://127.0.0.1:8080/u/notes")
        #expect(stub.requests[1].url == "http://127.0.0.1:8080/v/vault/e1?badge=canary-badge")
        let unknown = #expect(throws: ConfigurationError.self) {
            try self.client(stub, hostURLs: ["upload": "https://uploads.example"])
        }
        #expect(
            unknown?.description
                == "configuration.hostURLs.upload is no host of this client; the others are uploads, vault"
        )
        let plain = #expect(throws: ConfigurationError.self) {
            try self.client(stub, hostURLs: ["uploads": "http://uploads.example"])
        }
        #expect(plain?.option == "configuration.hostURLs.uploads")
    }

    @Test("a request to another host that was kept goes there again, as it went the first time, and nowhere else")
    func kept() async throws {
        let stub = StubTransport(Self.errand, .status(204))
        let client = try client(stub)
        let upload = try FilledRequest(parsing: client.fill(ErrandClient.Errands.upload(note: "milk")).serialized())
        let store = try FilledRequest(parsing: client.fill(ErrandClient.Errands.store("e1", note: "gold")).serialized())
        _ = try await client.resend(upload)
        _ = try await client.resend(store)
        expectNoCredential(in: stub.requests[0])
        #expect(stub.requests[0].url == "https://uploads.courier.example/in/notes")
        #expect(stub.requests[1].url == "https://vault.courier.example/vault/e1?badge=canary-badge")
        let other = try self.client(stub, server: .test)
        let error = await #expect(throws: CourierError.self) { try await other.resend(store) }
        #expect(error?.message.contains("was filled for another URL than this client's") == true)
        #expect(stub.requests.count == 2)
    }

    @Test("a kept request that was changed to want credentials gets none at a host that takes none")
    func tampered() async throws {
        let stub = StubTransport(Self.errand)
        let client = try client(stub)
        let filled = try client.fill(ErrandClient.Errands.upload(note: "milk"))
        let text = String(decoding: try filled.serialized(), as: UTF8.self)
        #expect(text.contains(#""authenticated":false"#))
        let changed = text.replacing(#""authenticated":false"#, with: #""authenticated":true"#)
        _ = try await client.resend(FilledRequest(parsing: Array(changed.utf8)))
        expectNoCredential(in: stub.requests[0])
    }
}
