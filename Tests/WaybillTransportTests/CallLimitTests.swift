import FaultPeer
import Testing
@_spi(Generated) import WaybillRuntime

extension SocketTests {
    /// Time limits and cancellation of whole calls, with real sockets and real time.
    @Suite struct CallLimitTests {
        private static let limit = Duration.milliseconds(300)
        // Generous: other suites keep the cores busy meanwhile. A limit that does not hold would take five seconds.
        private static let grace = Duration.seconds(1)

        /// A peer that reads a request and then never gets to the end of an answer.
        struct Stall: Sendable, CustomTestStringConvertible {
            let testDescription: String
            let serve: @Sendable (PeerConnection) -> Void

            static let all = [
                Stall(testDescription: "T02 never answers") { $0.readRequest() != nil ? _ = $0.waitForEnd() : () },
                Stall(testDescription: "T03 headers, then nothing") { connection in
                    connection.readRequest()
                    connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n")
                    connection.waitForEnd()
                },
                Stall(testDescription: "T04 the body drips") { connection in
                    connection.readRequest()
                    connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
                    while connection.write("1\r\n \r\n"), connection.pause(milliseconds: 50) {}
                },
                Stall(testDescription: "T05 the headers drip") { connection in
                    connection.readRequest()
                    connection.write("HTTP/1.1 200 OK\r\nX: ")
                    while connection.write("y"), connection.pause(milliseconds: 50) {}
                },
            ]
        }

        @Test("T02 T03 T04 T05 T14 the attempt limit ends it, outcome unknown", arguments: Stall.all)
        func attemptLimit(stall: Stall) async throws {
            let peer = try FaultPeer(serving: stall.serve)
            defer { peer.stop() }
            let client = try PeerClient(url: peer.url, timeouts: Timeouts(attempt: Self.limit))
            let start = ContinuousClock.now
            let failure = try #require(await client.failure(of: .unkeyedPost))
            let duration = ContinuousClock.now - start
            #expect(failure.expired == ExpiredTimeout(limit: .attempt, duration: Self.limit))
            #expect(failure.attempts == 1)
            #expect(failure.delivery == .unknown)
            #expect(duration >= Self.limit)
            #expect(duration < Self.limit + Self.grace)
        }

        @Test("T02 a read is tried three times, each within its limit")
        func everyAttempt() async throws {
            let peer = try FaultPeer(serving: Stall.all[0].serve)
            defer { peer.stop() }
            let client = try PeerClient(url: peer.url, timeouts: Timeouts(attempt: .milliseconds(150)))
            let start = ContinuousClock.now
            let failure = try #require(await client.failure(of: .get))
            #expect(failure.attempts == 3)
            #expect(peer.requests.count == 3)
            #expect(ContinuousClock.now - start < .milliseconds(480) + Self.grace)
        }

        @Test("T09 limits of 0.9 s and 1.9 s fire neither early nor late")
        func fractions() async throws {
            let peer = try FaultPeer(serving: Stall.all[0].serve)
            defer { peer.stop() }
            await withTaskGroup(of: Void.self) { group in
                for limit in [Duration.milliseconds(900), .milliseconds(1_900)] {
                    group.addTask {
                        let start = ContinuousClock.now
                        let client = try? PeerClient(url: peer.url, timeouts: Timeouts(attempt: limit))
                        let failure = await client?.failure(of: .unkeyedPost)
                        let duration = ContinuousClock.now - start
                        #expect(failure?.delivery == .unknown)
                        #expect(duration >= limit)
                        #expect(duration < limit + Self.grace)
                    }
                }
            }
        }

        @Test("T01 T14 the connect limit is named, and nothing was sent", arguments: PeerCall.allCases)
        func connectLimit(call: PeerCall) async throws {
            let backlog = try FullBacklog()
            defer { backlog.stop() }
            let client = try PeerClient(
                url: "http://127.0.0.1:\(backlog.port)",
                timeouts: Timeouts(connect: .milliseconds(200), attempt: .seconds(5))
            )
            let failure = try #require(await client.failure(of: call, options: CallOptions(maxAttempts: 1)))
            #expect(failure.expired == ExpiredTimeout(limit: .connect, duration: .milliseconds(200)))
            #expect(failure.delivery == .notSent)
        }

        @Test("T07 always 503: the call limit holds over all attempts")
        func callLimit() async throws {
            let peer = try FaultPeer.answering { _, connection in
                connection.pause(milliseconds: 100)
                return connection.answer(503)
            }
            defer { peer.stop() }
            let client = try PeerClient(
                url: peer.url,
                timeouts: Timeouts(attempt: .seconds(5), call: .milliseconds(250))
            )
            let start = ContinuousClock.now
            let failure = await client.failure(of: .keyedPost, options: CallOptions(maxAttempts: 50))
            #expect(failure != nil)
            #expect(ContinuousClock.now - start < .milliseconds(250) + Self.grace)
            #expect((1...3).contains(peer.requests.count))
        }

        @Test("C01 C04 C05 C10 a cancelled call says so, promptly, and is not repeated", arguments: Stall.all)
        func cancelled(stall: Stall) async throws {
            let peer = try FaultPeer(serving: stall.serve)
            defer { peer.stop() }
            let client = try PeerClient(url: peer.url)
            let task = Task { await client.failure(of: .get) }
            try await Task.sleep(for: .milliseconds(150))
            let start = ContinuousClock.now
            task.cancel()
            let failure = try #require(await task.value)
            #expect(ContinuousClock.now - start < Self.grace)
            #expect(failure.isCancellation, "\(failure)")
            #expect(failure.delivery == .unknown)
            #expect(peer.requests.count == 1)
        }

        @Test("C02 C03 cancelled while connecting, and while waiting for the next attempt", arguments: [true, false])
        func cancelledElsewhere(isConnecting: Bool) async throws {
            let backlog = try FullBacklog()
            defer { backlog.stop() }
            let peer = try FaultPeer.answering { $1.answer(429, headers: [("Retry-After", "5")]) }
            defer { peer.stop() }
            let client = try PeerClient(url: isConnecting ? "http://127.0.0.1:\(backlog.port)" : peer.url)
            let task = Task { await client.failure(of: .keyedPost, options: CallOptions(maxAttempts: 500)) }
            try await Task.sleep(for: .milliseconds(100))
            let start = ContinuousClock.now
            task.cancel()
            let failure = try #require(await task.value)
            #expect(ContinuousClock.now - start < Self.grace)
            #expect(failure.isCancellation, "\(failure)")
            #expect(failure.delivery == (isConnecting ? .notSent : .rejected))
        }
    }
}
