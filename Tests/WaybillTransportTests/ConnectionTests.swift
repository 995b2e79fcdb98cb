import FaultPeer
import HTTPTypes
import Synchronization
import Testing
import WaybillRuntime
import WaybillTransport

extension SocketTests {
    /// Finding, keeping and losing connections.
    @Suite struct ConnectionTests {
        private let transport = DefaultTransport.shared

        @Test("F01 a refused port fails at once, as never sent", arguments: RequestKind.allCases)
        func refused(kind: RequestKind) async throws {
            let port = try LoopbackPorts.unused()
            for host in ["127.0.0.1", "localhost"] {
                var request = kind.request(to: "http://\(host):\(port)")
                // A transport that tried again by itself would do so until then.
                request.connectTimeout = .seconds(600)
                let error = await transport.failure(of: request)
                #expect(error?.progress == .neverSent)
                #expect(error?.reason == .refused)
            }
        }

        @Test("F02 a name in .invalid is not found", arguments: RequestKind.allCases)
        func nameNotFound(kind: RequestKind) async throws {
            var request = kind.request(to: "http://waybill-test.invalid")
            request.connectTimeout = .seconds(5)
            let error = await transport.failure(of: request)
            #expect(error?.progress == .neverSent)
            #expect([.nameNotFound, .connectTimedOut].contains(try #require(error).reason))
        }

        @Test("T01 F03 a full backlog ends at the connect limit, as never sent", arguments: RequestKind.allCases)
        func connectLimit(kind: RequestKind) async throws {
            let backlog = try FullBacklog()
            defer { backlog.stop() }
            let start = ContinuousClock.now
            let ends = await withTaskGroup { group in
                for limit in [Duration.milliseconds(300), .seconds(2)] {
                    group.addTask { [transport] in
                        var request = kind.request(to: "http://127.0.0.1:\(backlog.port)")
                        request.connectTimeout = limit
                        let error = await transport.failure(of: request)
                        #expect(error == TransportError(progress: .neverSent, reason: .connectTimedOut))
                        // Timers count whole milliseconds.
                        #expect(ContinuousClock.now - start >= limit - .milliseconds(10))
                        return limit
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(ends == [.milliseconds(300), .seconds(2)])
        }

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

        @Test("A URL that is none is never sent", arguments: ["", "not a url", "ftp://127.0.0.1/", "http:///x"])
        func unusableURL(url: String) async {
            let error = await transport.failure(of: TransportRequest(method: .get, url: url))
            #expect(error?.progress == .neverSent)
        }

        @Test("Twenty calls to a slow server all succeed: waiting for a connection is not a connect limit")
        func manyInFlight() async throws {
            let arrived = Mutex(0)
            // Nobody is answered before everybody has arrived: who waits for another's connection would wait in vain.
            let peer = try FaultPeer.answering { _, connection in
                arrived.withLock { $0 += 1 }
                while arrived.withLock({ $0 }) < 20, connection.pause(milliseconds: 1) {}
                return connection.answer()
            }
            defer { peer.stop() }
            let failures = await withTaskGroup(of: TransportError?.self) { group in
                for _ in 0..<20 {
                    group.addTask { [transport] in
                        var request = RequestKind.write.request(to: peer.url)
                        request.connectTimeout = .seconds(20)
                        return await transport.failure(of: request)
                    }
                }
                return await group.reduce(into: []) { failures, failure in failures += failure.map { [$0] } ?? [] }
            }
            #expect(failures.isEmpty)
            #expect(peer.requests.count == 20)
        }

        @Test("A kept connection is used again")
        func keepAlive() async throws {
            let peer = try FaultPeer.answering { $1.answer() }
            defer { peer.stop() }
            for _ in 0..<10 { _ = try await transport.send(RequestKind.write.request(to: peer.url)) }
            #expect(peer.connectionCount == 1)
        }

        @Test("F35 a kept connection that the peer closes: a POST is never received twice", arguments: [0, 1])
        func closedBetweenCalls(pause: Int) async throws {
            let peer = try FaultPeer { connection in
                connection.readRequest()
                connection.answer()
            }
            defer { peer.stop() }
            var answered: Set<String> = []
            for round in 0..<100 {
                let path = "/round/\(round)"
                let error = await transport.failure(of: RequestKind.write.request(to: peer.url, path: path))
                if error == nil { answered.insert(path) }
                if pause > 0 { try await Task.sleep(for: .milliseconds(pause)) }
            }
            let received = Dictionary(grouping: peer.requests, by: \.target).mapValues(\.count)
            #expect(received.values.allSatisfy { $0 == 1 })
            #expect(answered.allSatisfy { received[$0] == 1 })
            #expect(answered.count >= 25)
        }
    }
}
