import FaultPeer
import Synchronization
import Testing
import WaybillRuntime
import WaybillTransport

extension SocketTests {
    /// The bound on an answer's body.
    @Suite struct BodyLimitTests {
        private let transport = DefaultTransport.shared
        private static let limit = 65_536

        private static func answer(of size: Int, isChunked: Bool) -> String {
            let body = String(repeating: "a", count: size)
            return isChunked
                ? "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\(String(size, radix: 16))\r\n\(body)\r\n0\r\n\r\n"
                : "HTTP/1.1 200 OK\r\nContent-Length: \(size)\r\n\r\n\(body)"
        }

        @Test("F25 a body of exactly the limit is accepted", arguments: [true, false])
        func exactly(isChunked: Bool) async throws {
            let peer = try FaultPeer.answering { $1.write(Self.answer(of: Self.limit, isChunked: isChunked)) }
            defer { peer.stop() }
            let response = try await transport.send(RequestKind.read.request(to: peer.url, limit: Self.limit))
            #expect(response.body.count == Self.limit)
        }

        @Test("F25 a body of one byte more is refused", arguments: [true, false])
        func oneMore(isChunked: Bool) async throws {
            let peer = try FaultPeer.answering { $1.write(Self.answer(of: Self.limit + 1, isChunked: isChunked)) }
            defer { peer.stop() }
            let error = await transport.failure(of: RequestKind.read.request(to: peer.url, limit: Self.limit))
            #expect(error?.reason == .bodyTooLarge(limit: Self.limit))
            #expect(error?.answer?.status == 200)
            #expect((error?.answer?.body.count ?? 0) <= Self.limit)
        }

        @Test("F25 an announced 8 exabytes are refused before they come")
        func announced() async throws {
            let peer = try FaultPeer { connection in
                connection.readRequest()
                connection.write("HTTP/1.1 503 X\r\nContent-Length: 9223372036854775807\r\n\r\n")
                connection.waitForEnd()
            }
            defer { peer.stop() }
            let error = await transport.failure(of: RequestKind.read.request(to: peer.url))
            #expect(error?.answer?.status == 503 && error?.answer?.body.isEmpty == true)
        }

        @Test("F26 an endless body is stopped at the limit, and its connection closed")
        func endless() async throws {
            let ended = Mutex(false)
            let peer = try FaultPeer { connection in
                connection.readRequest()
                connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
                let chunk = "1000\r\n\(String(repeating: "a", count: 4_096))\r\n"
                // 80 MB: far more than the limit and all buffers between.
                for _ in 0..<20_000 {
                    guard connection.write(chunk) else { return ended.withLock { $0 = true } }
                }
            }
            defer { peer.stop() }
            let error = await transport.failure(of: RequestKind.read.request(to: peer.url, limit: 100_000))
            #expect(error?.reason == .bodyTooLarge(limit: 100_000))
            try await peer.waitUntil { _ in ended.withLock { $0 } }
            #expect(peer.bytesWritten < 80_000_000)
        }
    }
}
