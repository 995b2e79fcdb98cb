import FaultPeer
import Simpu
import TestSupport
import Testing

/// Texts through the platform's own transport, to a peer that fails after it has read the request.
@Suite(.serialized) struct SimpuSocketTests {
    @Test(
        "F35 F05 F08 T02 a send arrives once at most, and its error says that it may have gone out",
        arguments: UnkeyedSends.Fault.allCases
    )
    func unkeyed(fault: UnkeyedSends.Fault) async throws {
        let sends = try await UnkeyedSends(fault, answering: #"{"id":"01HF"}"#) {
            let client = try SimpuClient(apiKey: "key", configuration: $0)
            return { text in _ = try await client.sms.send(recipients: ["1"], senderID: "F", content: text) }
        }
        let received = try sends.requests.map { request in
            try #require(try JSONValue(parsing: request.body)["content"]?.stringValue)
        }
        #expect(sends.faults(received: received).isEmpty)
    }

    @Test("F35 a read whose kept connection was closed succeeds, the one by POST too")
    func reads() async throws {
        let peer = try FaultPeer { connection in
            connection.readRequest()
            connection.answer(200, #"{"rows":[{"id":"a"}],"meta":{"pagination":{"next_page":"False"}}}"#)
        }
        defer { peer.stop() }
        let configuration = ClientConfiguration(
            baseURL: peer.url,
            retry: .table(maxAttempts: 3, delays: [.milliseconds(5)])
        )
        let client = try SimpuClient(apiKey: "key", configuration: configuration)
        for _ in 0..<20 { #expect(try await client.contacts.query().rows.map(\.id) == ["a"]) }
        #expect(Set(peer.requests.map(\.target)) == ["/lists/contact/rows/query"])
        #expect(peer.requests.allSatisfy { $0.method == "POST" })
    }

    @Test("F01 a port where nobody listens is tried three times, and nothing went out")
    func refused() async throws {
        let client = try SimpuClient(
            apiKey: "key",
            configuration: ClientConfiguration(
                baseURL: "http://127.0.0.1:\(LoopbackPorts.unused())",
                retry: .table(maxAttempts: 3, delays: [.milliseconds(5)])
            )
        )
        let error = try await #require(throws: SimpuError.self) {
            try await client.sms.send(recipients: ["1"], senderID: "F", content: "Hi")
        }
        #expect(error.attempts == 3)
        #expect(error.delivery == .notSent)
    }
}
