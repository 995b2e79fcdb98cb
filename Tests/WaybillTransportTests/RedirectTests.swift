import FaultPeer
import HTTPTypes
import Testing
import WaybillRuntime
import WaybillTransport

extension SocketTests {
    /// Redirects: answers like any other, that nobody follows.
    @Suite struct RedirectTests {
        private let transport = DefaultTransport.shared

        @Test("F28 to another port or host: the other peer sees nothing", arguments: [301, 302, 303, 307, 308])
        func elsewhere(status: Int) async throws {
            let other = try FaultPeer.answering { $1.answer() }
            defer { other.stop() }
            for target in [
                "http://127.0.0.1:\(other.port)/x", "http://localhost:\(other.port)/x", "//127.0.0.1:\(other.port)/",
            ] {
                try await expectAnswer(status, location: target)
            }
            #expect(other.connectionCount == 0)
        }

        @Test(
            "F28 to itself, relative, a file or nowhere",
            arguments: [
                "/v1/things", "things", "", "file:///etc/passwd", "https://127.0.0.1:1/", "\u{1}", nil,
            ]
        )
        func odd(target: String?) async throws {
            try await expectAnswer(302, location: target)
        }

        private func expectAnswer(_ status: Int, location: String?) async throws {
            let peer = try FaultPeer.answering { _, connection in
                let line = location.map { "Location: \($0)\r\n" } ?? ""
                return connection.write("HTTP/1.1 \(status) Moved\r\n\(line)Content-Length: 0\r\n\r\n")
            }
            defer { peer.stop() }
            for kind in RequestKind.allCases {
                var request = kind.request(to: peer.url)
                request.headers[.authorization] = "Bearer secret"
                if location == "\u{1}" {
                    _ = await transport.failure(of: request)
                } else {
                    let response = try await transport.send(request)
                    #expect(response.status == status)
                    #expect(response.headers[.location] == location)
                }
            }
            #expect(peer.requests.count == 2)
        }
    }
}
