#if os(Linux)
import FaultPeer
import HTTPTypes
import Testing
import WaybillTransportTesting

@testable import WaybillRuntime
@testable import WaybillTransport

extension SocketTests {
    /// A request that its time limit stops, in each place where it may wait.
    @Suite struct StoppedRequestTests {
        private func end(of request: Task<TransportResponse, any Error>) async throws -> TransportError {
            switch await request.result {
            case .success: throw TransportError(progress: .unknown, reason: .other, detail: "it was answered")
            case .failure(let error): try #require(error as? TransportError)
            }
        }

        @Test("T02 while it waits for its turn: nothing was sent, and the next has the turn")
        func turn() async throws {
            let stall = AnswerStall.all[0]
            let peer = try FaultPeer(serving: stall.serve)
            defer { peer.stop() }
            let transport = NIOTransport(settings: ConnectionSettings(callLimit: 1))
            let (first, second) = (RequestStop(), RequestStop())
            let request = TransportRequest(method: .get, url: peer.url)
            let running = Task { try await transport.send(request, stop: first) }
            try await stall.isReached(by: peer, requests: 1)
            let waiting = Task { try await transport.send(request, stop: second) }
            while transport.turns.waitingCount == 0 { await Task.yield() }
            second.stop()
            #expect(try await end(of: waiting) == TransportError(progress: .neverSent, reason: .cancelled))
            first.stop()
            #expect(try await end(of: running).progress == .unknown)
            #expect(transport.turns.endpointCount == 0)
            #expect(peer.requests.count == 1)
        }

        @Test("T02 while it connects: nothing was sent")
        func connecting() async throws {
            let backlog = try FullBacklog()
            defer { backlog.stop() }
            let transport = NIOTransport()
            let stop = RequestStop()
            let request = TransportRequest(method: .post, url: "http://127.0.0.1:\(backlog.port)")
            let connecting = Task { try await transport.send(request, stop: stop) }
            while transport.turns.endpointCount == 0 { await Task.yield() }
            stop.stop()
            #expect(try await end(of: connecting) == TransportError(progress: .neverSent, reason: .cancelled))
        }

        @Test("T02 while it waits for its answer: it may have arrived, its connection is closed, and not used again")
        func exchange() async throws {
            let stall = AnswerStall.all[0]
            let peer = try FaultPeer(serving: stall.serve)
            defer { peer.stop() }
            let transport = NIOTransport()
            let stop = RequestStop()
            let request = TransportRequest(method: .post, url: peer.url, body: [1])
            let running = Task { try await transport.send(request, stop: stop) }
            try await stall.isReached(by: peer, requests: 1)
            stop.stop()
            #expect(try await end(of: running) == TransportError(progress: .unknown, reason: .cancelled))
            #expect(transport.pool.endpointCount == 0)
            #expect(try await OpenDescriptors.settled(atMost: 1) { OpenDescriptors.sockets(port: peer.port) } == 1)
        }

        @Test("T02 before it began: no connection is made")
        func before() async throws {
            let peer = try FaultPeer(serving: AnswerStall.all[0].serve)
            defer { peer.stop() }
            let stop = RequestStop()
            stop.stop()
            let request = TransportRequest(method: .post, url: peer.url)
            let running = Task { try await NIOTransport().send(request, stop: stop) }
            #expect(try await end(of: running) == TransportError(progress: .neverSent, reason: .cancelled))
            #expect(peer.connectionCount == 0)
        }
    }
}
#endif
