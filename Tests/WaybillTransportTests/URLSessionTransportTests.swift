import FaultPeer
import HTTPTypes
import Testing
import WaybillRuntime
import WaybillURLSessionTransport

extension SocketTests {
    /// The transport of Apple platforms, compiled and run on Linux so that something here does so.
    ///
    /// Left out on Linux, where FoundationNetworking 6.3.1 ends the process: an answer that ends without a response
    /// (F05, F06, F18) and a body without a status line (F17); and what is no HTTP at all, for the same reason. There
    /// it also says of most failures only that they happened, so the reason is checked where it is known.
    @Suite struct URLSessionTransportTests {
        private let transport = URLSessionTransport()

        @Test("S06 a request goes out verbatim, with the answer's body whole")
        func roundTrip() async throws {
            let peer = try FaultPeer.answering { $1.answer(201, #"{"ok":true}"#, headers: [("X-Id", "7")]) }
            defer { peer.stop() }
            let response = try await transport.send(RequestKind.write.request(to: peer.url, path: "/a%2Fb?q=a%20b"))
            #expect(response.status == 201)
            #expect(response.body == Array(#"{"ok":true}"#.utf8))
            #expect(response.headers[try #require(.init("x-id"))] == "7")
            let sent = try #require(peer.requests.first)
            #expect(sent.target == "/a%2Fb?q=a%20b")
            #expect(sent.text == #"{"a":1}"#)
            #expect(sent.header("content-type") == "application/json")
        }

        @Test("F01 a refused port is never sent", arguments: RequestKind.allCases)
        func refused(kind: RequestKind) async throws {
            let port = try LoopbackPorts.unused()
            let error = await transport.failure(of: kind.request(to: "http://127.0.0.1:\(port)"))
            #expect(error?.progress == .neverSent)
        }

        @Test(
            "F04 F07-F10 a stream that breaks before the head is unknown, and one behind it answered",
            arguments: WireFault.brokenLate,
            RequestKind.allCases
        )
        func broken(fault: WireFault, kind: RequestKind) async throws {
            let peer = try FaultPeer(serving: fault.serve)
            defer { peer.stop() }
            let error = try #require(await transport.failure(of: kind.request(to: peer.url)))
            #expect(error.answer?.status == (fault.hasHead ? 200 : nil), "\(error)")
            #expect(fault.hasHead || error.progress == .unknown)
            #expect(peer.requests.count <= 1)
        }

        @Test("F24 an answer without a body", arguments: [200, 204])
        func noBody(status: Int) async throws {
            let peer = try FaultPeer.answering { $1.write("HTTP/1.1 \(status) X\r\nContent-Length: 0\r\n\r\n") }
            defer { peer.stop() }
            #expect(try await transport.send(RequestKind.read.request(to: peer.url)).body.isEmpty)
        }

        @Test("F25 a body of the limit is accepted, and one of a byte more is not", arguments: [0, 1])
        func limit(surplus: Int) async throws {
            let peer = try FaultPeer.answering { $1.answer(200, String(repeating: "a", count: 65_536 + surplus)) }
            defer { peer.stop() }
            let error = await transport.failure(of: RequestKind.read.request(to: peer.url, limit: 65_536))
            #expect(error?.reason == (surplus == 0 ? nil : .bodyTooLarge(limit: 65_536)))
            #expect(error?.answer?.status == (surplus == 0 ? nil : 200))
        }

        @Test("F26 an endless body is stopped at the limit")
        func endless() async throws {
            let peer = try FaultPeer { connection in
                connection.readRequest()
                connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
                while connection.write("1000\r\n\(String(repeating: "a", count: 4_096))\r\n") {}
            }
            defer { peer.stop() }
            let error = await transport.failure(of: RequestKind.read.request(to: peer.url, limit: 100_000))
            #expect(error?.reason == .bodyTooLarge(limit: 100_000))
        }

        @Test("F28 a redirect is an answer, and nobody follows it", arguments: [301, 302, 303, 307, 308])
        func redirect(status: Int) async throws {
            let other = try FaultPeer.answering { $1.answer() }
            defer { other.stop() }
            let peer = try FaultPeer.answering { _, connection in
                connection.answer(status, "", headers: [("Location", "http://localhost:\(other.port)/x")])
            }
            defer { peer.stop() }
            for kind in RequestKind.allCases {
                #expect(try await transport.send(kind.request(to: peer.url)).status == status)
            }
            #expect(other.connectionCount == 0)
            #expect(peer.requests.count == 2)
        }

        @Test("F31 F32 no cookie is sent back, and nothing is cached")
        func cookiesAndCache() async throws {
            let peer = try FaultPeer.answering { _, connection in
                connection.answer(headers: [("Set-Cookie", "session=1; Path=/"), ("Cache-Control", "max-age=60")])
            }
            defer { peer.stop() }
            for _ in 0..<3 { _ = try await transport.send(RequestKind.read.request(to: peer.url)) }
            #expect(peer.requests.count == 3)
            #expect(peer.requests.allSatisfy { $0.header("cookie") == nil })
        }

        @Test("F33 a 401 that asks for Basic hangs nobody: it is the answer, or can be cancelled")
        func challenge() async throws {
            let peer = try FaultPeer.answering { _, connection in
                connection.answer(401, headers: [("WWW-Authenticate", "Basic realm=\"x\"")])
            }
            defer { peer.stop() }
            let request = RequestKind.read.request(to: peer.url)
            let error = try await transport.failure(of: request) {
                try await peer.waitUntil { $0.bytesWritten > 0 }
                // It may be the answer; a request that hangs has time to show it.
                try await Task.sleep(for: .milliseconds(300))
            }
            #expect(error == nil || error?.reason == .cancelled)
        }

        @Test("C01 C02 C04 C05 cancelling returns at once", arguments: RequestKind.allCases)
        func cancelled(kind: RequestKind) async throws {
            let backlog = try FullBacklog()
            defer { backlog.stop() }
            let peer = try FaultPeer { connection in
                connection.readRequest()
                if connection.index > 0 { connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n") }
                connection.waitForEnd()
            }
            defer { peer.stop() }
            let cancelled = TransportError(progress: .unknown, reason: .cancelled)
            let connecting = kind.request(to: "http://127.0.0.1:\(backlog.port)")
            #expect(try await transport.failureConnecting(connecting, expecting: .unknown) == cancelled)
            for (count, bytes) in [(1, 0), (2, 30)] {
                let error = try await transport.failure(of: kind.request(to: peer.url)) {
                    try await peer.waitUntil { $0.requests.count == count && $0.bytesWritten >= bytes }
                }
                #expect(error?.reason == .cancelled)
                // The session may not have told of the head yet.
                #expect(error == cancelled || (bytes > 0 && error?.answer?.status == 200), "\(error as Any)")
            }
        }
    }
}
