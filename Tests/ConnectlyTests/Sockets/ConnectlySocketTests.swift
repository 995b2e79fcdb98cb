import Connectly
import FaultPeer
import TestSupport
import Testing

/// Sends through the platform's own transport, to a peer that fails after it has read the request.
@Suite(.serialized) struct ConnectlySocketTests {
    @Test(
        "F35 F05 F08 T02 a send arrives once at most, and its error says that it may have gone out",
        arguments: UnkeyedSends.Fault.allCases
    )
    func unkeyed(fault: UnkeyedSends.Fault) async throws {
        let sends = try await UnkeyedSends(fault, answering: #"{"id":"01HF"}"#) {
            let client = try ConnectlyClient(businessID: "b", apiKey: "key", configuration: $0)
            return { text in
                _ = try await client.messages.send(recipient: Party(id: "+1"), message: Message(text: text))
            }
        }
        let received = try sends.requests.map { request in
            try #require(try JSONValue(parsing: request.body)["message"]?["text"]?.stringValue)
        }
        #expect(sends.faults(received: received).isEmpty)
    }

    @Test("F35 a read whose kept connection was closed succeeds, the one by POST too")
    func reads() async throws {
        let peer = try FaultPeer { connection in
            connection.readRequest()
            connection.answer(200, #"{"entity":{"templateGroups":[{"id":"a"}]}}"#)
        }
        defer { peer.stop() }
        let configuration = ClientConfiguration(
            baseURL: peer.url,
            retry: .table(maxAttempts: 3, delays: [.milliseconds(5)])
        )
        let client = try ConnectlyClient(businessID: "b", apiKey: "key", configuration: configuration)
        for _ in 0..<20 { #expect(try await client.templates.list().groups.map(\.id) == ["a"]) }
        #expect(Set(peer.requests.map(\.target)) == ["/v1/businesses/b/get/templates"])
        #expect(peer.requests.allSatisfy { $0.method == "POST" && $0.body.isEmpty })
    }

    @Test("F01 a port where nobody listens is tried three times, and nothing went out")
    func refused() async throws {
        let client = try ConnectlyClient(
            businessID: "b",
            apiKey: "key",
            configuration: ClientConfiguration(
                baseURL: "http://127.0.0.1:\(LoopbackPorts.unused())",
                retry: .table(maxAttempts: 3, delays: [.milliseconds(5)])
            )
        )
        let error = try await #require(throws: ConnectlyError.self) {
            try await client.messages.send(recipient: Party(id: "+1"), message: Message(text: "Hi"))
        }
        #expect(error.attempts == 3)
        #expect(error.delivery == .notSent)
    }
}
