import FaultPeer
import Testing
import WaybillRuntime
import WaybillTransport
import WaybillTransportTesting

extension SocketTests {
    /// What the platform's transport tells of connections, beyond what every transport has to.
    @Suite struct ConnectionTests {
        private let transport = DefaultTransport.shared

        @Test("F16 TLS to a plain port is a failed handshake, never sent", arguments: RequestKind.allCases)
        func plainPort(kind: RequestKind) async throws {
            let peer = try FaultPeer { connection in
                connection.write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
                connection.waitForEnd(milliseconds: 500)
            }
            defer { peer.stop() }
            let request = kind.request(to: "https://127.0.0.1:\(peer.port)")
            let error = await transport.failure(of: request)
            #expect(error?.reason == .tls)
            #expect(error?.progress == .neverSent)
            #expect(peer.connectionCount == 1)
        }

        @Test("C02 a request that is cancelled while connecting was never sent", arguments: RequestKind.allCases)
        func duringConnect(kind: RequestKind) async throws {
            let backlog = try FullBacklog()
            defer { backlog.stop() }
            let request = kind.request(to: "http://127.0.0.1:\(backlog.port)")
            let error = try await transport.failure(of: request) { try await Task.sleep(for: .milliseconds(100)) }
            #expect(error == TransportError(progress: .neverSent, reason: .cancelled))
        }

        @Test("A kept connection is used again")
        func keepAlive() async throws {
            let peer = try FaultPeer.answering { $1.answer() }
            defer { peer.stop() }
            for _ in 0..<10 { _ = try await transport.send(RequestKind.keyedPost.request(to: peer.url)) }
            #expect(peer.connectionCount == 1)
        }
    }
}
