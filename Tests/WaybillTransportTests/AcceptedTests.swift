import FaultPeer
import Testing
@_spi(Generated) import WaybillRuntime
import WaybillTesting
import WaybillTransport
import WaybillURLSessionTransport

extension SocketTests {
    /// A success stays a success: nothing is sent again once a 2xx has come, whatever becomes of its body.
    @Suite struct AcceptedTests {
        /// The transports, by name.
        enum Carrier: String, CaseIterable, Sendable {
            case platform
            case session

            var transport: any Transport {
                switch self {
                case .platform: DefaultTransport.shared
                case .session: URLSessionTransport()
                }
            }
        }

        private static let insistent = RetryPolicy.table(maxAttempts: 9, delays: [.milliseconds(1)])

        @Test(
            "R02 F08-F11 a 200 whose body is lost: one request, accepted, with all that came",
            arguments: AnswerLoss.all,
            Carrier.allCases
        )
        func lost(loss: AnswerLoss, carrier: Carrier) async throws {
            let transport = carrier.transport
            for call in PeerCall.allCases {
                let peer = try FaultPeer { loss.serve(200, $0) }
                defer { peer.stop() }
                let client = try PeerClient(url: peer.url, retry: Self.insistent, transport: transport)
                let failure = try #require(await client.failure(of: call))
                expectAccepted(failure)
                #expect(peer.requests.count == 1)
                guard case .transport = failure.kind else { Issue.record("\(failure)"); continue }
            }
        }

        @Test("R02 F25 a 200 that is too large: one request, accepted", arguments: Carrier.allCases)
        func tooLarge(carrier: Carrier) async throws {
            let transport = carrier.transport
            for call in PeerCall.allCases {
                let peer = try FaultPeer.answering { _, connection in
                    connection.answer(201, "[]", headers: [("X-Request-Id", "req_1"), ("X-Remaining", "7")])
                }
                defer { peer.stop() }
                let client = try PeerClient(url: peer.url, retry: Self.insistent, transport: transport, limit: 1)
                let failure = try #require(await client.failure(of: call))
                expectAccepted(failure, status: 201)
                #expect(peer.requests.count == 1)
            }
        }

        @Test("R02 T03 a 200, then silence: the attempt's limit is final, and accepted", arguments: Carrier.allCases)
        func silence(carrier: Carrier) async throws {
            let transport = carrier.transport
            for call in PeerCall.allCases {
                let failure = try await stalled(call, transport) { clock, _ in clock.advance(by: .milliseconds(300)) }
                expectAccepted(failure)
                #expect(failure.expired == ExpiredTimeout(limit: .attempt, duration: .milliseconds(300)))
            }
        }

        @Test("C05 a 200, then a cancellation: final, and accepted", arguments: Carrier.allCases)
        func cancelled(carrier: Carrier) async throws {
            let transport = carrier.transport
            for call in PeerCall.allCases {
                let failure = try await stalled(call, transport) { _, task in task.cancel() }
                expectAccepted(failure)
                #expect(failure.isCancellation)
            }
        }

        @Test("R02 F09 a 503 whose body is lost is a 503, a 400 is a 400", arguments: Carrier.allCases)
        func otherStatuses(carrier: Carrier) async throws {
            let transport = carrier.transport
            for (status, delivery) in [(503, DeliveryCertainty.unknown), (400, .rejected), (429, .rejected)] {
                for call in PeerCall.allCases {
                    let peer = try FaultPeer { AnswerLoss.all[1].serve(status, $0) }
                    defer { peer.stop() }
                    let client = try PeerClient(url: peer.url, transport: transport)
                    let failure = try #require(await client.failure(of: call))
                    let attempts = status == 429 || (status == 503 && call.mayBeRepeated) ? 3 : 1
                    #expect(failure.attempts == attempts, "\(status) \(call)")
                    #expect(peer.requests.count == attempts)
                    #expect(failure.delivery == delivery)
                    #expect(failure.status == status)
                    #expect(failure.http?.requestID == "req_1")
                }
            }
        }

        /// A call whose answer stalls in its body until something ends it.
        ///
        /// Nothing shows from outside that the head has been read: where it was not, the next call is given more time
        /// to.
        private func stalled(
            _ call: PeerCall,
            _ transport: any Transport,
            end: (ManualClock, Task<FailureReport?, Never>) -> Void
        ) async throws -> FailureReport {
            var failure: FailureReport?
            for patience in [Duration.milliseconds(20), .seconds(1), .seconds(10)] where failure?.http == nil {
                let peer = try FaultPeer { AnswerLoss.silence.serve(200, $0) }
                defer { peer.stop() }
                let clock = ManualClock(sleeping: .untilAdvanced)
                let client = try PeerClient(
                    url: peer.url,
                    timeouts: Timeouts(attempt: .milliseconds(300)),
                    clock: clock.runtime,
                    retry: Self.insistent,
                    transport: transport
                )
                let task = Task { await client.failure(of: call) }
                try await peer.waitUntil { $0.requests.count == 1 && $0.bytesWritten >= 80 }
                await clock.waitForSleeps()
                try await Task.sleep(for: patience)
                end(clock, task)
                // Only a call whose head had not been read goes on, and then waits for the clock.
                let mover = Task {
                    while (try? await Task.sleep(for: .seconds(5))) != nil { clock.advance(by: .milliseconds(300)) }
                }
                failure = await task.value
                mover.cancel()
                #expect(failure?.http == nil || peer.requests.count == 1)
            }
            return try #require(failure)
        }

        private func expectAccepted(_ failure: FailureReport, status: Int = 200) {
            #expect(failure.attempts == 1)
            #expect(failure.delivery == .accepted, "\(failure)")
            #expect(failure.http?.status == status)
            #expect(failure.http?.requestID == "req_1")
            #expect(failure.http?.rateLimit?.remaining == 7)
            #expect(AnswerLoss.beginning.hasPrefix(failure.http?.text ?? "-"), "\(failure)")
        }
    }
}
