import FaultPeer
import Synchronization
import Testing
@_spi(Generated) import WaybillRuntime
import WaybillTesting
import WaybillTransportTesting

extension SocketTests {
    /// Time limits and cancellation of whole calls with real sockets; what passes the time is a clock moved by hand.
    @Suite struct CallLimitTests {
        @Test("T02 a read is tried three times, each within its limit")
        func everyAttempt() async throws {
            let stall = AnswerStall.all[0]
            let peer = try FaultPeer(serving: stall.serve)
            defer { peer.stop() }
            let clock = ManualClock(sleeping: .atOnce(below: .milliseconds(100)))
            let timeouts = Timeouts(attempt: .milliseconds(150))
            let client = try PeerClient(url: peer.url, timeouts: timeouts, clock: clock.runtime)
            async let outcome = client.failure(of: .get)
            for attempt in 1...3 {
                try await stall.isReached(by: peer, requests: attempt)
                await clock.waitForSleeps()
                clock.advance(by: .milliseconds(150))
            }
            #expect(try #require(await outcome).attempts == 3)
            #expect(peer.requests.count == 3)
            #expect(clock.sleeps == [150, 10, 150, 20, 150].map { .milliseconds($0) })
        }

        @Test("T09 limits of 0.9 s and 1.9 s of real time do not fire early, and fire in their order")
        func fractions() async throws {
            let peer = try FaultPeer(serving: AnswerStall.all[0].serve)
            defer { peer.stop() }
            let start = ContinuousClock.now
            let ends = await withTaskGroup { group in
                for limit in [Duration.milliseconds(900), .milliseconds(1_900)] {
                    group.addTask {
                        let client = try? PeerClient(url: peer.url, timeouts: Timeouts(attempt: limit))
                        let failure = await client?.failure(of: .unkeyedPost)
                        #expect(failure?.delivery == .unknown)
                        #expect(ContinuousClock.now - start >= limit)
                        return limit
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(ends == [.milliseconds(900), .milliseconds(1_900)])
        }

        @Test("T01 T14 the connect limit is named, and nothing was sent", arguments: PeerCall.allCases)
        func connectLimit(call: PeerCall) async throws {
            let backlog = try FullBacklog()
            defer { backlog.stop() }
            let client = try PeerClient(
                url: "http://127.0.0.1:\(backlog.port)",
                timeouts: Timeouts(connect: .milliseconds(200), attempt: .seconds(600))
            )
            let failure = try #require(await client.failure(of: call, options: CallOptions(maxAttempts: 1)))
            #expect(failure.expired == ExpiredTimeout(limit: .connect, duration: .milliseconds(200)))
            #expect(failure.delivery == .notSent)
        }

        @Test("T07 always 503: the call limit holds over all attempts")
        func callLimit() async throws {
            let clock = ManualClock(sleeping: .atOnce(below: .milliseconds(50)))
            let peer = try FaultPeer.answering { _, connection in
                clock.advance(by: .milliseconds(100))
                return connection.answer(503)
            }
            defer { peer.stop() }
            let timeouts = Timeouts(attempt: .seconds(5), call: .milliseconds(290))
            let client = try PeerClient(url: peer.url, timeouts: timeouts, clock: clock.runtime)
            let failure = await client.failure(of: .keyedPost, options: CallOptions(maxAttempts: 50))
            #expect(failure != nil)
            // 100 ms, a pause of 10, 100 ms, a pause of 20: the third attempt passes the limit.
            #expect(peer.requests.count == 3)
        }

        @Test("C01 C04 C05 C10 a cancelled call says so, promptly, and is not repeated", arguments: AnswerStall.all)
        func cancelled(stall: AnswerStall) async throws {
            let peer = try FaultPeer(serving: stall.serve)
            defer { peer.stop() }
            let client = try PeerClient(url: peer.url)
            let task = Task { await client.failure(of: .get) }
            try await stall.isReached(by: peer)
            task.cancel()
            let failure = try #require(await task.value)
            #expect(failure.isCancellation, "\(failure)")
            #expect([.unknown, stall.delivery].contains(failure.delivery))
            #expect(peer.requests.count == 1)
        }

        @Test("C09 the loser of a race in a task group is cancelled, and its connection closed")
        func loser() async throws {
            let isClosed = Mutex(false)
            let peer = try FaultPeer { connection in
                guard connection.readRequest() != nil, connection.waitForEnd() else { return }
                isClosed.withLock { $0 = true }
            }
            defer { peer.stop() }
            let client = try PeerClient(url: peer.url)
            let failure = try await withThrowingTaskGroup(of: FailureReport?.self) { group in
                group.addTask { await client.failure(of: .keyedPost) }
                group.addTask {
                    try await peer.waitUntil { $0.requests.count == 1 }
                    return nil
                }
                let first = try await group.next() ?? nil
                #expect(first?.attempts == nil)
                group.cancelAll()
                return try await group.next() ?? nil
            }
            #expect(failure?.isCancellation == true)
            try await peer.waitUntil { _ in isClosed.withLock { $0 } }
            #expect(peer.requests.count == 1)
        }

        @Test("C02 C03 cancelled while connecting, and while waiting for the next attempt", arguments: [true, false])
        func cancelledElsewhere(isConnecting: Bool) async throws {
            let backlog = try FullBacklog()
            defer { backlog.stop() }
            let peer = try FaultPeer.answering { $1.answer(429) }
            defer { peer.stop() }
            let clock = ManualClock(sleeping: .untilAdvanced)
            let url = isConnecting ? "http://127.0.0.1:\(backlog.port)" : peer.url
            let client = try PeerClient(url: url, timeouts: Timeouts(attempt: .seconds(600)), clock: clock.runtime)
            let task = Task { await client.failure(of: .keyedPost, options: CallOptions(maxAttempts: 500)) }
            let wait: Duration = isConnecting ? .seconds(600) : .milliseconds(10)
            try await peer.waitUntil { _ in clock.pendingSleeps.contains { $0 == wait } }
            task.cancel()
            let failure = try #require(await task.value)
            #expect(failure.isCancellation, "\(failure)")
            #expect(failure.delivery == (isConnecting ? .notSent : .rejected))
        }
    }
}
