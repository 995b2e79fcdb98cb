import FaultPeer
import HTTPTypes
import Synchronization
import Testing
import WaybillRuntime
import WaybillTransport

extension SocketTests {
    /// What a server does wrong, tried with a read and a write.
    @Suite struct WireFaultTests {
        private let transport = DefaultTransport.shared

        @Test("F04-F10 F18 a stream that ends too soon", arguments: WireFault.broken, RequestKind.allCases)
        func endsTooSoon(fault: WireFault, kind: RequestKind) async throws {
            let peer = try FaultPeer(serving: fault.serve)
            defer { peer.stop() }
            let error = try #require(await transport.failure(of: kind.request(to: peer.url)))
            #expect(fault.reasons.contains(error.reason), "\(error)")
            let isKnown = fault.hasHead ? error.answer?.status == 200 : error.progress == .unknown
            #expect(isKnown || (error.progress == .neverSent && peer.requests.isEmpty), "\(error)")
            #expect(peer.requests.count <= 1)
            #expect(peer.connectionCount == 1)
        }

        @Test("F11 F12 F14 F16 F17 F34 what is no HTTP", arguments: WireFault.malformed, RequestKind.allCases)
        func isNoHTTP(fault: WireFault, kind: RequestKind) async throws {
            let peer = try FaultPeer(serving: fault.serve)
            defer { peer.stop() }
            let error = try #require(await transport.failure(of: kind.request(to: peer.url)))
            #expect(fault.reasons.contains(error.reason), "\(error)")
            #expect(fault.hasHead ? error.answer?.status == 200 : error.progress == .unknown, "\(error)")
            #expect(peer.requests.count == 1)
        }

        @Test("F15 damaged answers and noise: an error or an answer, and the process lives", arguments: 0..<6)
        func damaged(seed: UInt64) async throws {
            let source = Mutex(DamagedAnswers(seed: seed))
            let peer = try FaultPeer { connection in
                while connection.readRequest() != nil {
                    connection.write(source.withLock { $0.next() })
                    guard connection.index % 2 == 0 else { return }
                    connection.pause(milliseconds: 2)
                }
            }
            defer { peer.stop() }
            for round in 0..<100 {
                var request = RequestKind.allCases[round % 2].request(to: peer.url, limit: 10_000)
                if round % 5 == 0 { request.method = .head }
                let before = peer.requests.count
                let task = Task { [transport, request] in await transport.failure(of: request) }
                let limit = Task {
                    try await peer.waitUntil { $0.requests.count > before }
                    try await Task.sleep(for: .milliseconds(20))
                    task.cancel()
                }
                _ = await task.value
                limit.cancel()
            }
            #expect(peer.requests.count >= 60)
        }

        @Test("T06 headers without end are refused")
        func endlessHeaders() async throws {
            let peer = try FaultPeer { connection in
                connection.readRequest()
                connection.write("HTTP/1.1 200 OK\r\n")
                for line in 0..<20_000 {
                    guard connection.write("X-\(line): \(String(repeating: "a", count: 80))\r\n") else { return }
                }
            }
            defer { peer.stop() }
            let error = try #require(await transport.failure(of: RequestKind.read.request(to: peer.url)))
            #expect(error.reason == .protocolViolation)
        }

        @Test("F13 more bytes than announced are not the next answer")
        func surplusBytes() async throws {
            let peer = try FaultPeer { connection in
                connection.readRequest()
                let surplus = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n\"bad\""
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}" + surplus)
                connection.pause(milliseconds: 50)
            }
            defer { peer.stop() }
            for _ in 0..<20 {
                do {
                    let response = try await transport.send(RequestKind.write.request(to: peer.url))
                    #expect(response.body == Array("{}".utf8))
                } catch {
                    // The connection was taken from the pool in the moment in which the surplus closed it.
                    #expect(error.progress == .neverSent)
                }
            }
            #expect(peer.requests.count == peer.connectionCount)
            #expect(peer.requests.count >= 10)
        }

        @Test("F04-F14 leave no descriptor open")
        func descriptors() async throws {
            let before = try #require(OpenDescriptors.count())
            for fault in WireFault.broken + WireFault.malformed {
                let peer = try FaultPeer(serving: fault.serve)
                for kind in RequestKind.allCases { _ = await transport.failure(of: kind.request(to: peer.url)) }
                peer.stop()
            }
            // Other suites of this process open and close files meanwhile; a leak would be of one for each fault.
            let after = try await OpenDescriptors.settled(atMost: before + 8)
            #expect(try #require(after) <= before + 8)
        }
    }
}
