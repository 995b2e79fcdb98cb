import Foundation
import Pipeline
import WaybillJSON
import WaybillRuntime
import WaybillTesting

@testable import Sandbox

/// The sandbox of a golden spec, which listens on loopback, and what a generated client needs to call it.
struct ServedAPI {
    let sandbox: Sandbox
    let port: Int
    let api: ResolvedAPI

    /// Serves a spec while the body runs.
    static func run(_ name: String, _ body: (ServedAPI) async throws -> Void) async throws {
        let api = try SpecFixture.golden(name)
        let sandbox = Sandbox(api)
        let port = try await sandbox.start()
        do {
            try await body(ServedAPI(sandbox: sandbox, port: port, api: api))
        } catch {
            await sandbox.stop()
            throw error
        }
        await sandbox.stop()
    }

    /// For a client of the spec: its address, real sockets, and a clock that begins now and whose pauses take no time.
    func configuration(of client: String) -> ClientConfiguration {
        var configuration = ClientConfiguration(
            transport: LoopbackTransport(),
            clock: ManualClock(now: .seconds(Int(Date().timeIntervalSince1970)), sleeping: .atOnce).runtime
        )
        configuration.baseURL = sandbox.addresses(port: port).first { $0.client == client }?.url
        for host in sandbox.hosts(port: port) where host.client == client {
            configuration.hostURLs[host.host] = host.url
        }
        return configuration
    }

    /// What the sandbox takes as a credential of a client.
    func credential(_ name: String, of client: String) throws -> String {
        guard let client = api.clients.first(where: { $0.name == client }) else { throw Refused(head: client) }
        return CredentialSet(api, overrides: [:]).of(client)[name]
    }

    /// The secret or public key by which the sandbox's own deliveries are known.
    func key(of webhook: String) -> String {
        api.webhooks.first { $0.name == webhook }.map { WebhookKeySet.example(of: $0).shown } ?? ""
    }

    /// Asks the sandbox for something, over a socket.
    func control(_ path: String, _ order: JSONValue) async throws {
        let body = String(decoding: order.serialized(), as: UTF8.self)
        let request = RawClient.request("POST", "/_sandbox/\(path)", body, headers: [])
        let answer = try await RawClient(port: UInt16(port)).exchange(request)
        guard answer.status.map({ (200...299).contains($0) }) == true else { throw Refused(head: answer.head) }
    }

    /// Lets the next request fail in a way of the API's.
    func fail(_ fault: JSONValue) async throws { try await control("faults", fault) }

    /// What the sandbox delivers of an example: with the right signature, and with the signature and the body changed.
    func deliveries(_ webhook: String, _ example: String) async throws -> Delivered {
        var delivered: Delivered?
        let receiver = Receiver(answering: [200])
        try await receiver.run { url in
            for tampering in [nil, "signature", "body"] {
                var order: JSONObject = ["webhook": .string(webhook), "example": .string(example), "url": .string(url)]
                if let tampering { order["tamper"] = .string(tampering) }
                let count = receiver.messages.count
                try await control("webhooks", .object(order))
                // At most 30 s, in small steps.
                for _ in 0..<6000 where receiver.messages.count == count { try await Task.sleep(for: .milliseconds(5)) }
            }
            delivered = Delivered(url: url, messages: receiver.messages)
        }
        guard let delivered, delivered.messages.count == 3 else { throw Refused(head: "no delivery") }
        return delivered
    }

    struct Refused: Error { let head: String }

    /// What has come, and at which address.
    struct Delivered {
        let url: String
        let messages: [WebhookMessage]

        var right: WebhookMessage { messages[0] }
        var forged: ArraySlice<WebhookMessage> { messages.dropFirst() }
    }
}
