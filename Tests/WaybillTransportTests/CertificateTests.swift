#if os(Linux)
import NIOSSL
import Testing
@_spi(Generated) import WaybillRuntime
@testable import WaybillTransport
import WaybillTransportTesting

extension SocketTests {
    /// Certificates that do not hold, or not for this host.
    @Suite struct CertificateTests {
        /// A certificate, and the hosts of those two that it is for.
        struct Case: Sendable, CustomTestStringConvertible {
            let identity: TLSIdentity
            let hosts: Set<String>

            var testDescription: String { identity.testDescription }

            init(_ identity: TLSIdentity, _ hosts: String...) {
                self.identity = identity
                self.hosts = Set(hosts)
            }
        }

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
            let failure = try #require(await PeerClient(url: peer.url).failure(of: call))
            #expect(failure.attempts == 1)
            #expect(failure.delivery == .notSent)
            #expect(peer.connectionCount == 1)
            try await peer.stop()
        }

        @Test(
            "F29 a certificate of a trusted authority holds for the hosts that it names, and for no other",
            arguments: [
                Case(.nameAndAddress, "localhost", "127.0.0.1"), Case(.nameOnly, "localhost"),
                Case(.addressOnly, "127.0.0.1"), Case(.addressAsName), Case(.commonNameOnly), Case(.otherName),
                Case(.smallRSAKey), Case(.fairRSAKey, "localhost", "127.0.0.1"),
            ]
        )
        func hosts(certificate: Case) async throws {
            let peer = try await TLSPeer { _ in certificate.identity }
            let transport = try NIOTransport(trusting: [certificate.identity])
            for host in ["localhost", "127.0.0.1"] {
                let request = RequestKind.keyedPost.request(to: "https://\(host):\(peer.port)")
                let error = await transport.failure(of: request)
                #expect(error?.reason == (certificate.hosts.contains(host) ? nil : .certificate), "\(host)")
                #expect(error?.progress == (certificate.hosts.contains(host) ? nil : .neverSent), "\(host)")
            }
            try await peer.stop()
        }

        @Test("F29 the key of a certificate is measured, and what is cut off is taken for too small")
        func keySizes() throws {
            func key(_ identity: TLSIdentity) throws -> [UInt8] {
                try identity.certificate.extractPublicKey().toSPKIBytes()
            }
            #expect(try RSAKeySize.bits(inKey: key(.smallRSAKey)) == 1_024)
            #expect(try RSAKeySize.bits(inKey: key(.fairRSAKey)) == 2_048)
            #expect(try RSAKeySize.bits(inKey: key(.nameOnly)) == nil)
            let small = try key(.smallRSAKey)
            for count in 0..<small.count { #expect(RSAKeySize.bits(inKey: Array(small[..<count])) ?? 0 == 0) }
        }
    }
}
#endif
