#if os(Linux)
import Testing
@_spi(Generated) import WaybillRuntime
import WaybillTransport

extension SocketTests {
    /// Certificates that do not hold.
    @Suite struct CertificateTests {
        @Test(
            "F29 a certificate of an unknown authority is refused before anything is sent",
            arguments: RequestKind.allCases
        )
        func unknownAuthority(kind: RequestKind) async throws {
            let peer = try await TLSPeer()
            for host in ["localhost", "127.0.0.1"] {
                let error = await DefaultTransport.shared.failure(of: kind.request(to: "https://\(host):\(peer.port)"))
                #expect(error?.reason == .certificate)
                #expect(error?.progress == .neverSent)
            }
            #expect(peer.connectionCount == 2)
            try await peer.stop()
        }

        @Test("F29 a call ends after one attempt, and nothing was sent", arguments: PeerCall.allCases)
        func oneAttempt(call: PeerCall) async throws {
            let peer = try await TLSPeer()
            let failure = try #require(await PeerClient(url: "https://localhost:\(peer.port)").failure(of: call))
            #expect(failure.attempts == 1)
            #expect(failure.delivery == .notSent)
            #expect(peer.connectionCount == 1)
            try await peer.stop()
        }
    }
}
#endif
