import Connectly
import FaultPeer
import Testing
import WaybillTesting

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
            case .silence: connection.waitForEnd()
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
        let clock = ManualClock()
        let client = try ConnectlyClient(
            businessID: "b",
            apiKey: "key",
            configuration: ClientConfiguration(baseURL: peer.url, clock: clock.runtime)
        )
        var outcomes: [DeliveryCertainty?: Set<String>] = [:]
        for round in 0..<150 {
            let text = "round \(round)"
            async let limit: Void = passLimit(of: clock, onceReceived: round + 1, by: fault == .silence ? peer : nil)
            do {
                _ = try await client.messages.send(recipient: Party(id: "+1"), message: Message(text: text))
                outcomes[nil, default: []].insert(text)
            } catch {
                outcomes[error.delivery, default: []].insert(text)
                #expect(error.attempts == 1 || error.delivery == .notSent, "\(error)")
            }
            try await limit
        }
        let received = try peer.requests.map { request in
            try #require(try JSONValue(parsing: request.body)["message"]?["text"]?.stringValue)
        }
        #expect(Set(received).count == received.count, "a send arrived twice")
        #expect(received.count >= (fault == .silence ? 150 : 37))
        #expect(outcomes[nil, default: []].isSubset(of: received))
        #expect(outcomes[.notSent, default: []].isDisjoint(with: received))
        #expect(outcomes[.rejected] == nil)
        #expect(fault == .closedBetweenCalls || outcomes[nil] == nil)
    }

    /// Moves the clock past the limit of an attempt once the peer has its request; without a peer it never passes.
    private func passLimit(of clock: ManualClock, onceReceived count: Int, by peer: FaultPeer?) async throws {
        guard let peer else { return }
        try await peer.waitUntil { $0.requests.count == count }
        await clock.waitForSleeps()
        clock.advance(by: .seconds(120))
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
