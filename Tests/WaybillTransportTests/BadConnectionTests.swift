#if os(Linux)
import FaultPeer
import Testing
@_spi(Generated) import WaybillRuntime
@testable import WaybillTransport
import WaybillTransportTesting

extension SocketTests {
    /// One bad connection among many calls.
    @Suite struct BadConnectionTests {
        @Test("F29 a wrong certificate on one of fifty connections is one call's failure, and final")
        func oneCertificate() async throws {
            let peer = try await TLSPeer { $0 == 10 ? .otherName : .nameAndAddress }
            let client = try PeerClient(
                url: peer.url,
                transport: NIOTransport(trusting: [.nameAndAddress, .otherName])
            )
            let failures = await CallBatch(client: client, call: .unkeyedPost, count: 50, atOnce: 50).failures()
            #expect(failures.count == 1)
            #expect(failures.values.first?.attempts == 1)
            #expect(failures.values.first?.delivery == .notSent)
            try await peer.stop()
        }

        @Test("F04 handshakes that are closed fail the calls that made them, as never sent", arguments: [1, 5])
        func handshakes(bad: Int) async throws {
            let peer = try await TLSPeer { $0 < bad ? nil : .nameAndAddress }
            let client = try PeerClient(url: peer.url, transport: NIOTransport(trusting: [.nameAndAddress]))
            var batch = CallBatch(client: client, call: .unkeyedPost, count: 50, atOnce: 50, maxAttempts: 1)
            let failures = await batch.failures()
            #expect(failures.count == bad)
            #expect(failures.values.allSatisfy { $0.delivery == .notSent })
            batch.maxAttempts = 3
            #expect(await batch.failures().isEmpty)
            try await peer.stop()
        }

        @Test("F01 a refused port is told at once, whatever the connect limit", arguments: PeerCall.allCases)
        func refused(call: PeerCall) async throws {
            let client = try PeerClient(
                url: "http://127.0.0.1:\(LoopbackPorts.unused())",
                timeouts: Timeouts(connect: .seconds(600), attempt: .seconds(600)),
                transport: NIOTransport()
            )
            let batch = CallBatch(client: client, call: call, count: 20, atOnce: 20, maxAttempts: 1)
            let failures = await batch.failures()
            #expect(failures.count == 20)
            #expect(failures.values.allSatisfy { $0.delivery == .notSent })
        }

        @Test("C02 a handshake that stalls ends at the connect limit, or when it is cancelled, as never sent")
        func stalledHandshake() async throws {
            let peer = try FaultPeer { $0.waitForEnd() }
            defer { peer.stop() }
            let transport = NIOTransport()
            var request = RequestKind.keyedPost.request(to: "https://localhost:\(peer.port)")
            request.connectTimeout = .milliseconds(100)
            let error = await transport.failure(of: request)
            #expect(error == TransportError(progress: .neverSent, reason: .connectTimedOut))
            request.connectTimeout = .seconds(600)
            let cancelled = try await transport.failure(of: request) {
                try await peer.waitUntil { $0.connectionCount == 2 }
            }
            #expect(cancelled == TransportError(progress: .neverSent, reason: .cancelled))
        }
    }
}
#endif
