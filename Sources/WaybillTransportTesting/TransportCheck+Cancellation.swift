import FaultPeer
import Synchronization
import WaybillRuntime

extension TransportCheck {
    /// Cancelling a request at every point, which is also how the runtime's limits end one.
    static let cancellations =
        [
            beforeStart, duringConnect, waitingForHead, drippingHeaders, unreadBody, afterEnd, oddMoments, underLock,
            races,
        ]
        + stalledBodies

    private static let beforeStart = TransportCheck("C01", "cancelled before it starts: nothing is sent") { trial in
        let peer = try trial.peer { $1.answer() }
        for kind in RequestKind.allCases {
            let request = kind.request(to: peer.url, path: trial.path())
            let task = Task { [transport = trial.transport] in
                while !Task.isCancelled { await Task.yield() }
                return await TransportOutcome(of: request, through: transport)
            }
            task.cancel()
            await trial.end(of: task, of: request, to: peer).expectFailure([.neverSent], [.cancelled])
        }
        trial.expect("connections", peer.connectionCount, is: 0)
    }

    private static let duringConnect = TransportCheck("C02", "cancelled while connecting") { trial in
        let backlog = try FullBacklog()
        defer { backlog.stop() }
        for kind in RequestKind.allCases {
            var request = kind.request(to: "http://127.0.0.1:\(backlog.port)")
            request.connectTimeout = .seconds(600)
            try await trial.send(request, to: nil) { try await Task.sleep(for: .milliseconds(100)) }
                .expectFailure([.neverSent, .unknown], [.cancelled])
        }
    }

    private static let waitingForHead = TransportCheck(
        "C04 C09 T02",
        "cancelled while the server does not answer: its connection is closed"
    ) { trial in
        try await expectUnknown(trial) { connection in
            guard connection.readRequest() != nil else { return }
            connection.waitForEnd()
        }
    }

    private static let drippingHeaders = TransportCheck("T05", "cancelled while the header fields drip") { trial in
        try await expectUnknown(trial, afterBytes: 30) { connection in
            guard connection.readRequest() != nil else { return }
            connection.write("HTTP/1.1 200 OK\r\nX: ")
            while connection.write("y"), connection.pause(milliseconds: 20) {}
        }
    }

    /// Cancels requests that the peer has, once so much of an answer is on its way.
    private static func expectUnknown(
        _ trial: TransportTrial,
        afterBytes count: Int = 0,
        serving script: @escaping @Sendable (PeerConnection) -> Void
    ) async throws {
        for kind in RequestKind.allCases {
            let peer = try trial.peer(serving: script)
            let sent = try await trial.send(kind.request(to: peer.url), to: peer) {
                try await peer.waitUntil { $0.requests.count == 1 && $0.bytesWritten >= count }
            }
            sent.expectFailure([.unknown], [.cancelled])
            if sent.error != nil { try await peer.waitUntil { $0.openCount == 0 } }
        }
    }

    private static let unreadBody = TransportCheck("T13", "cancelled while the server does not read a body of 8 MB") {
        trial in
        for kind in [RequestKind.keyedPost, .unkeyedPost] {
            let isStalled = Mutex(false)
            let peer = try trial.peer { connection in
                connection.readHead()
                isStalled.withLock { $0 = true }
                connection.pause(milliseconds: 600_000)
            }
            var request = kind.request(to: peer.url)
            request.body = [UInt8](repeating: 32, count: 8_000_000)
            try await trial.send(request, to: peer) {
                try await peer.waitUntil { _ in isStalled.withLock { $0 } }
            }.expectFailure([.unknown], [.cancelled])
        }
    }

    private static let stalledBodies = [
        ("C05 T03", "cancelled behind the head of an answer", "Content-Length: 10", ""),
        ("C05 T04", "cancelled while the body drips", "Content-Length: 100000", "a"),
        ("C05 T04", "cancelled while the chunks drip", "Transfer-Encoding: chunked", "1\r\n \r\n"),
    ].map { id, title, framing, drop in
        TransportCheck(id, title + ": the error has that head") { trial in
            for kind in RequestKind.allCases {
                let peer = try trial.peer { connection in
                    guard connection.readRequest() != nil else { return }
                    connection.write("HTTP/1.1 200 OK\r\n\(framing)\r\n\r\n")
                    guard !drop.isEmpty else { return _ = connection.waitForEnd() }
                    while connection.write(drop), connection.pause(milliseconds: 20) {}
                }
                try await expectHead(kind, peer, trial)
            }
        }
    }

    /// Cancels a request once the head of a 200 has gone out.
    ///
    /// Nothing shows from outside that it has been read: where it was not, the next request is given more time to.
    private static func expectHead(_ kind: RequestKind, _ peer: FaultPeer, _ trial: TransportTrial) async throws {
        var sent: SentRequest?
        for patience in [Duration.milliseconds(20), .milliseconds(500), .seconds(5)] {
            let (calls, bytes) = (peer.requests.count, peer.bytesWritten)
            let request = kind.request(to: peer.url, path: trial.path())
            let next = try await trial.send(request, to: peer) {
                try await peer.waitUntil { $0.requests.count > calls && $0.bytesWritten >= bytes + 39 }
                try await Task.sleep(for: patience)
            }
            next.expectFailure([.unknown, .answered(status: 200)], [.cancelled])
            sent = next
            if next.error?.progress != .unknown { break }
        }
        sent?.expectFailure([.answered(status: 200)], [.cancelled])
        if sent?.error != nil { try await peer.waitUntil { $0.openCount == 0 } }
    }

    private static let afterEnd = TransportCheck("C06", "cancelled after its end: without effect, on others too") {
        trial in
        let peer = try trial.peer { $1.answer() }
        for kind in RequestKind.allCases {
            let request = kind.request(to: peer.url, path: trial.path())
            let task = trial.begin(request)
            await trial.end(of: task, of: request, to: peer).expectAnswer(body: "{}")
            task.cancel()
            await trial.send(kind, to: peer).expectAnswer(body: "{}")
        }
    }

    private static let oddMoments = TransportCheck(
        "C07 C11",
        "cancelled at odd moments: an answer or a cancellation, each once"
    ) {
        trial in
        let peer = try trial.peer { _, connection in
            connection.pause(milliseconds: 20)
            return connection.answer()
        }
        await withTaskGroup(of: Void.self) { group in
            for index in 0..<300 {
                group.addTask {
                    let request = RequestKind.allCases[index % 3].request(to: peer.url, path: trial.path())
                    let sent = try? await trial.send(request, to: peer) {
                        try await Task.sleep(for: .microseconds(250 * index))
                    }
                    if sent?.response == nil {
                        sent?.expectFailure([.neverSent, .unknown, .answered(status: 200)], [.cancelled])
                    }
                }
            }
        }
        for kind in RequestKind.allCases { await trial.send(kind, to: peer).expectAnswer(body: "{}") }
    }

    private static let races = TransportCheck("C10 C11", "cancelled in the moment in which the answer comes") { trial in
        let peer = try trial.peer { $1.answer() }
        for round in 0..<300 {
            let request = RequestKind.allCases[round % 3].request(to: peer.url, path: trial.path())
            let sent = try await trial.send(request, to: peer) {
                for _ in 0..<(round * 4) { await Task.yield() }
            }
            if sent.response == nil {
                sent.expectFailure([.neverSent, .unknown, .answered(status: 200)], [.cancelled])
            }
        }
    }

    private static let underLock = TransportCheck("C08", "cancelled under a lock that the caller takes at the end, too")
    { trial in
        let lock = Mutex(0)
        let peer = try trial.peer { $1.answer() }
        for round in 0..<200 {
            let request = RequestKind.allCases[round % 3].request(to: peer.url, path: trial.path())
            let task = Task { @Sendable [transport = trial.transport] in
                let outcome = await TransportOutcome(of: request, through: transport)
                lock.withLock { $0 += 1 }
                return outcome
            }
            if round % 4 > 0 { await Task.yield() }
            lock.withLock { _ in task.cancel() }
            let sent = await trial.end(of: task, of: request, to: peer)
            if sent.response == nil {
                sent.expectFailure([.neverSent, .unknown, .answered(status: 200)], [.cancelled])
            }
        }
        trial.expect("ends", lock.withLock { $0 }, is: 200)
    }
}
