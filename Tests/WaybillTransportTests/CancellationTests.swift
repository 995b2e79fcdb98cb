import FaultPeer
import Synchronization
import Testing
import WaybillRuntime
import WaybillTransport

extension SocketTests {
    /// Cancelling a request at every point, which is also how the runtime's limits end one.
    @Suite struct CancellationTests {
        private let transport = DefaultTransport.shared

        @Test("C01 before the start nothing is sent", arguments: RequestKind.allCases)
        func beforeStart(kind: RequestKind) async throws {
            let peer = try FaultPeer.answering { $1.answer() }
            defer { peer.stop() }
            let task = Task { [transport] in
                while !Task.isCancelled { await Task.yield() }
                return await transport.failure(of: kind.request(to: peer.url))
            }
            task.cancel()
            #expect(await task.value == TransportError(progress: .neverSent, reason: .cancelled))
            #expect(peer.connectionCount == 0)
        }

        @Test("C02 during the connect", arguments: RequestKind.allCases)
        func duringConnect(kind: RequestKind) async throws {
            let backlog = try FullBacklog()
            defer { backlog.stop() }
            let request = kind.request(to: "http://127.0.0.1:\(backlog.port)")
            let error = try await transport.failure(of: request) { try await Task.sleep(for: .milliseconds(100)) }
            #expect(error == TransportError(progress: .neverSent, reason: .cancelled))
        }

        @Test("C04 T02 waiting for the head", arguments: RequestKind.allCases)
        func waitingForHead(kind: RequestKind) async throws {
            try await expectUnknown(kind) { connection in
                connection.readRequest()
                connection.waitForEnd()
            }
        }

        @Test("C05 T03 the head is there and nothing more comes", arguments: RequestKind.allCases)
        func inBody(kind: RequestKind) async throws {
            try await expectAnswered(kind, after: 39) { connection in
                connection.readRequest()
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n")
                connection.waitForEnd()
            }
        }

        @Test("C05 T04 the body drips", arguments: RequestKind.allCases)
        func drippingBody(kind: RequestKind) async throws {
            try await expectAnswered(kind, after: 50) { connection in
                connection.readRequest()
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
                while connection.write("a"), connection.pause(milliseconds: 20) {}
            }
        }

        @Test("T05 the headers drip", arguments: RequestKind.allCases)
        func drippingHeaders(kind: RequestKind) async throws {
            try await expectUnknown(kind, afterBytes: 30) { connection in
                connection.readRequest()
                connection.write("HTTP/1.1 200 OK\r\nX: ")
                while connection.write("y"), connection.pause(milliseconds: 20) {}
            }
        }

        @Test("T13 a server that does not read a body of 8 MB")
        func unreadBody() async throws {
            let isStalled = Mutex(false)
            let peer = try FaultPeer { connection in
                connection.readHead()
                isStalled.withLock { $0 = true }
                connection.pause(milliseconds: 600_000)
            }
            defer { peer.stop() }
            var request = RequestKind.write.request(to: peer.url)
            request.body = [UInt8](repeating: 32, count: 8_000_000)
            let error = try await transport.failure(of: request) {
                try await peer.waitUntil { _ in isStalled.withLock { $0 } }
            }
            #expect(error == TransportError(progress: .unknown, reason: .cancelled))
        }

        @Test("C06 after the end cancelling has no effect")
        func afterEnd() async throws {
            let peer = try FaultPeer.answering { $1.answer() }
            defer { peer.stop() }
            let task = Task { [transport] in try await transport.send(RequestKind.read.request(to: peer.url)) }
            let response = try await task.value
            task.cancel()
            #expect(response.status == 200)
            #expect(try await transport.send(RequestKind.read.request(to: peer.url)).status == 200)
        }

        @Test("C07 two hundred requests cancelled at odd moments all return")
        func manyAtOddMoments() async throws {
            let peer = try FaultPeer.answering { _, connection in
                connection.pause(milliseconds: 20)
                return connection.answer()
            }
            defer { peer.stop() }
            await withTaskGroup(of: Void.self) { group in
                for index in 0..<200 {
                    let kind = RequestKind.allCases[index % 2]
                    group.addTask { [transport] in
                        _ = try? await transport.failure(of: kind.request(to: peer.url)) {
                            try await Task.sleep(for: .microseconds(250 * index))
                        }
                    }
                }
            }
        }

        /// Cancels a request once so much of a 200 has gone out that its head has arrived, or soon will have.
        private func expectAnswered(
            _ kind: RequestKind,
            after count: Int,
            serving: @escaping @Sendable (PeerConnection) -> Void
        ) async throws {
            let peer = try FaultPeer(serving: serving)
            defer { peer.stop() }
            var error: TransportError?
            for patience in [Duration.milliseconds(20), .milliseconds(500), .seconds(5)] where error?.answer == nil {
                let calls = peer.requests.count
                let sent = peer.bytesWritten
                error = try await transport.failure(of: kind.request(to: peer.url)) {
                    try await peer.waitUntil { $0.requests.count > calls && $0.bytesWritten >= sent + count }
                    try await Task.sleep(for: patience)
                }
                #expect(error?.reason == .cancelled)
                #expect(peer.requests.count == calls + 1)
            }
            #expect(error?.answer?.status == 200)
        }

        /// Cancels a request that the peer has, once so much of an answer is on its way.
        private func expectUnknown(
            _ kind: RequestKind,
            afterBytes count: Int = 0,
            serving: @escaping @Sendable (PeerConnection) -> Void
        ) async throws {
            let peer = try FaultPeer(serving: serving)
            defer { peer.stop() }
            let error = try await transport.failure(of: kind.request(to: peer.url)) {
                try await peer.waitUntil { $0.requests.count == 1 && $0.bytesWritten >= count }
            }
            #expect(error == TransportError(progress: .unknown, reason: .cancelled))
            #expect(peer.requests.count == 1)
        }
    }
}
