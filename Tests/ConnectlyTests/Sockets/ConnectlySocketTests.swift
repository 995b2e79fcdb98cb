import Connectly
import FaultPeer
import Testing

/// Sends through the platform's own transport, to a peer that fails after it has read the request.
@Suite(.serialized) struct ConnectlySocketTests {
    /// How a peer fails.
    enum Fault: String, CaseIterable, Sendable {
        /// F35: it answers, and closes the kept connection.
        case closedBetweenCalls = "F35"
        /// F05: it reads the request and closes.
        case closedWithoutByte = "F05"
        /// F08: it resets inside the answer's body.
        case resetInBody = "F08"
        /// T02: it reads the request and never answers.
        case silence = "T02"

        /// How many sends are made; T02 costs time.
        var rounds: Int { self == .silence ? 50 : 150 }

        /// What it does with one connection.
        func serve(_ connection: PeerConnection) {
            connection.readRequest()
            switch self {
            case .closedBetweenCalls: connection.answer(200, #"{"id":"01HF"}"#)
            case .closedWithoutByte: break
            case .resetInBody:
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":")
                connection.pause(milliseconds: 2)
                connection.reset()
            case .silence: connection.waitForEnd(milliseconds: 2_000)
            }
        }
    }

    @Test(
        "F35 F05 F08 T02 a send arrives once at most, and its error says that it may have gone out",
        arguments: Fault.allCases
    )
    func unkeyed(fault: Fault) async throws {
        let peer = try FaultPeer(serving: fault.serve)
        defer { peer.stop() }
        let timeouts = Timeouts(attempt: fault == .silence ? .milliseconds(60) : .seconds(5))
        let client = try ConnectlyClient(
            businessID: "b",
            apiKey: "key",
            configuration: ClientConfiguration(baseURL: peer.url, timeouts: timeouts)
        )
        var outcomes: [DeliveryCertainty?: Set<String>] = [:]
        for round in 0..<fault.rounds {
            let text = "round \(round)"
            do {
                _ = try await client.messages.send(recipient: Party(id: "+1"), message: Message(text: text))
                outcomes[nil, default: []].insert(text)
            } catch {
                outcomes[error.delivery, default: []].insert(text)
                #expect(error.attempts == 1 || error.delivery == .notSent, "\(error)")
            }
        }
        let received = try peer.requests.map { request in
            try #require(try JSONValue(parsing: request.body)["message"]?["text"]?.stringValue)
        }
        #expect(Set(received).count == received.count, "a send arrived twice")
        #expect(received.count >= fault.rounds / 4)
        #expect(outcomes[nil, default: []].isSubset(of: received))
        #expect(outcomes[.notSent, default: []].isDisjoint(with: received))
        #expect(outcomes[.rejected] == nil)
        #expect(fault == .closedBetweenCalls || outcomes[nil] == nil)
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
