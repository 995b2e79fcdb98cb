#if os(Linux)
import FaultPeer
import HTTPTypes
import NIOCore
import Synchronization
import Testing
@_spi(Generated) import WaybillRuntime
@testable import WaybillTransport
import WaybillTransportTesting

extension SocketTests {
    /// Which connections are used again, and which are not.
    @Suite struct KeptConnectionTests {
        @Test("F35 a call that must not be repeated has a connection of its own; others share one")
        func own() async throws {
            for (call, connections) in [(PeerCall.unkeyedPost, 5), (.keyedPost, 1), (.documentedPost, 1), (.get, 1)] {
                let peer = try FaultPeer.answering { $1.answer() }
                defer { peer.stop() }
                let client = try PeerClient(url: peer.url, transport: NIOTransport())
                for _ in 0..<5 { #expect(await client.failure(of: call) == nil) }
                #expect(peer.connectionCount == connections, "\(call)")
            }
        }

        @Test("F35 each attempt after the first has a connection of its own", arguments: PeerCall.allCases)
        func retries(call: PeerCall) async throws {
            let peer = try FaultPeer.answering { $1.answer(429) }
            defer { peer.stop() }
            let client = try PeerClient(url: peer.url, transport: NIOTransport())
            #expect(await client.failure(of: call)?.attempts == 3)
            #expect(peer.requests.map(\.connection) == [0, 1, 2])
        }

        @Test("Connections that nobody will use do not pile up: one is kept")
        func spare() async throws {
            let peer = try FaultPeer.answering { $1.answer() }
            defer { peer.stop() }
            let transport = NIOTransport()
            let client = try PeerClient(url: peer.url, transport: transport)
            for _ in 0..<20 { #expect(await client.failure(of: .unkeyedPost) == nil) }
            let endpoint = try #require(RequestURL(peer.url)?.endpoint)
            #expect(transport.pool.take(endpoint) != nil)
            #expect(transport.pool.take(endpoint) == nil)
        }

        @Test(
            "F19 an answer that has no body and announces one is the last of its connection",
            arguments: [
                "HTTP/1.1 204 No Content\r\nContent-Length: 2\r\n\r\n",
                "HTTP/1.1 204 No Content\r\nTransfer-Encoding: chunked\r\n\r\n",
                "HTTP/1.1 304 Not Modified\r\nContent-Length: 2\r\n\r\n",
                "HTTP/1.1 304 Not Modified\r\nTransfer-Encoding: chunked\r\n\r\n",
            ],
            [0, 1, 20] as [Int32]
        )
        func announcedBody(head: String, pause: Int32) async throws {
            let body = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n\"bad\""
            let peer = try FaultPeer.answering { _, connection in
                connection.write(head)
                connection.pause(milliseconds: pause)
                return connection.write(body)
            }
            defer { peer.stop() }
            let transport = NIOTransport()
            for _ in 0..<10 {
                let response = try await transport.send(RequestKind.get.request(to: peer.url))
                #expect([204, 304].contains(response.status))
                #expect(response.body.isEmpty)
            }
            #expect(peer.connectionCount == 10)
        }

        @Test("F19 an answer to HEAD that announces a body is the last of its connection")
        func head() async throws {
            let peer = try FaultPeer.answering { $1.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n") }
            defer { peer.stop() }
            let transport = NIOTransport()
            for _ in 0..<3 {
                var request = RequestKind.get.request(to: peer.url)
                request.method = .head
                #expect(try await transport.send(request).body.isEmpty)
            }
            #expect(peer.connectionCount == 3)
        }

        @Test("F19 a 204 that announces no byte keeps its connection")
        func emptyBody() async throws {
            let peer = try FaultPeer.answering { $1.write("HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n") }
            defer { peer.stop() }
            let transport = NIOTransport()
            for _ in 0..<3 { _ = try await transport.send(RequestKind.get.request(to: peer.url)) }
            #expect(peer.connectionCount == 1)
        }

        @Test("F13 bytes that nobody asked for close an idle connection, and no call fails for it")
        func unasked() async throws {
            let written = Mutex(0)
            let peer = try FaultPeer.answering { _, connection in
                connection.answer()
                defer { written.withLock { $0 += 1 } }
                return connection.write("HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n")
            }
            defer { peer.stop() }
            let transport = NIOTransport()
            for number in 1...20 {
                #expect(try await transport.send(RequestKind.keyedPost.request(to: peer.url)).status == 200)
                // What comes after the next request has gone out is its answer, for all that anybody can tell.
                try await peer.waitUntil { _ in written.withLock { $0 } >= number }
            }
            #expect(peer.connectionCount == 20)
        }

        @Test("An idle connection is closed in time, and nothing of its host remains")
        func idle() async throws {
            let ended = Mutex(0)
            let peer = try FaultPeer { connection in
                while connection.readRequest() != nil { connection.answer() }
                ended.withLock { $0 += 1 }
            }
            defer { peer.stop() }
            let transport = NIOTransport(settings: ConnectionSettings(idleLimit: .milliseconds(50)))
            for kind in RequestKind.allCases { _ = try await transport.send(kind.request(to: peer.url)) }
            try await peer.waitUntil { _ in ended.withLock { $0 } == peer.connectionCount }
            try await peer.waitUntil { _ in transport.pool.endpointCount == 0 }
            #expect(transport.turns.endpointCount == 0)
        }

        @Test("Calls beyond the bound wait for their turn, and longer than the connect limit")
        func bound() async throws {
            let most = Mutex((now: 0, most: 0))
            let peer = try FaultPeer.answering { _, connection in
                most.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
                connection.pause(milliseconds: 20)
                most.withLock { $0.now -= 1 }
                return connection.answer()
            }
            defer { peer.stop() }
            let transport = NIOTransport(settings: ConnectionSettings(callLimit: 3))
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<30 {
                    group.addTask {
                        var request = RequestKind.keyedPost.request(to: peer.url)
                        request.connectTimeout = .milliseconds(150)
                        #expect(await transport.failure(of: request) == nil)
                    }
                }
            }
            #expect(peer.requests.count == 30)
            #expect(most.withLock { $0.most } == 3)
        }
    }
}
#endif
