import FaultPeer
import Synchronization
import WaybillRuntime

extension TransportCheck {
    /// Finding, keeping and losing connections.
    static let connections = [
        refused, nameNotFound, connectLimit, plainPort, manyAtOnce, closedBetweenCalls, diesWithRequest, idleTimeout,
        surplus, twoAnswers,
    ]

    private static let refused = TransportCheck("F01", "a refused port fails at once, as never sent") { trial in
        let port = try LoopbackPorts.unused()
        for host in ["127.0.0.1", "localhost"] {
            for kind in RequestKind.allCases {
                var request = kind.request(to: "http://\(host):\(port)")
                // A transport that tried again by itself would do so until then.
                request.connectTimeout = .seconds(600)
                await trial.send(request, to: nil).expectFailure([.neverSent], [.refused])
            }
        }
    }

    private static let nameNotFound = TransportCheck("F02", "a name in .invalid is not found, and nothing is sent") {
        trial in
        for kind in RequestKind.allCases {
            var request = kind.request(to: "http://waybill-test.invalid")
            request.connectTimeout = .seconds(5)
            await trial.send(request, to: nil).expectFailure([.neverSent], [.nameNotFound, .connectTimedOut])
        }
    }

    private static let connectLimit = TransportCheck(
        "T01 F03",
        "connecting ends at its limit, and not before, as never sent"
    ) {
        trial in
        let backlog = try FullBacklog()
        defer { backlog.stop() }
        for kind in RequestKind.allCases {
            var request = kind.request(to: "http://127.0.0.1:\(backlog.port)")
            let limit = Duration.milliseconds(300)
            request.connectTimeout = limit
            let start = ContinuousClock.now
            let sent = await trial.send(request, to: nil)
            sent.expectFailure([.neverSent], [.connectTimedOut])
            // Timers count whole milliseconds.
            let time = ContinuousClock.now - start
            trial.expect(time >= limit - .milliseconds(10), "\(sent.name): expected \(limit); ended after \(time)")
        }
    }

    private static let plainPort = TransportCheck("F16", "TLS to a plain port is an error, and no request") { trial in
        let peer = try trial.peer { connection in
            connection.write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
            connection.readRequest(beginningWithin: 500)
        }
        for kind in RequestKind.allCases {
            let request = kind.request(to: "https://127.0.0.1:\(peer.port)")
            await trial.send(request, to: nil).expectFailure([.neverSent, .unknown])
        }
        trial.expect("requests without TLS", peer.requests.count, is: 0)
        trial.expect("connections", peer.connectionCount, is: 3)
    }

    private static let manyAtOnce = TransportCheck("P01", "a hundred requests at once, none of which waits for another")
    { trial in
        let arrived = Mutex(0)
        // Nobody is answered before everybody has arrived: who waits for another's connection would wait in vain.
        let peer = try trial.peer { request, connection in
            arrived.withLock { $0 += 1 }
            while arrived.withLock({ $0 }) < 100, connection.pause(milliseconds: 1) {}
            return connection.answer(200, request.target)
        }
        await withTaskGroup(of: Void.self) { group in
            for index in 0..<100 {
                group.addTask {
                    let request = RequestKind.allCases[index % 3].request(to: peer.url, path: "/\(index)")
                    await trial.send(request, to: peer).expectAnswer(body: "/\(index)")
                }
            }
        }
    }

    private static let closedBetweenCalls = TransportCheck(
        "F35",
        "a server that closes after each answer receives nothing twice"
    ) {
        trial in
        let peer = try trial.peer { connection in
            connection.readRequest()
            connection.answer()
        }
        var answered = 0
        for round in 0..<150 {
            let sent = await trial.send(RequestKind.allCases[round % 3], to: peer)
            if sent.response != nil {
                answered += 1
                sent.expectAnswer(body: "{}")
            } else {
                // It went out in the moment in which the server closed.
                sent.expectFailure([.neverSent, .unknown])
            }
        }
        trial.expect(answered >= 40, "expected answers to most of 150 requests; came \(answered)")
    }

    private static let diesWithRequest = TransportCheck(
        "F35",
        "a request that dies with a kept connection is not sent again"
    ) {
        trial in
        let peer = try trial.peer { connection in
            guard connection.readRequest() != nil, connection.answer() else { return }
            connection.readRequest()
        }
        for round in 0..<60 { _ = await trial.send(RequestKind.allCases[round / 2 % 3], to: peer) }
    }

    private static let idleTimeout = TransportCheck("F36", "a 408 on an idle connection is nobody's answer") { trial in
        let written = Mutex(0)
        let peer = try trial.peer { request, connection in
            connection.answer(200, request.target)
            connection.write("HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            written.withLock { $0 += 1 }
            return false
        }
        for round in 1...30 {
            let request = RequestKind.allCases[round % 3].request(to: peer.url, path: trial.path())
            let path = String(request.url.dropFirst(peer.url.count))
            await trial.send(request, to: peer).expectAnswer(body: path)
            try await peer.waitUntil { _ in written.withLock { $0 } == round }
        }
    }

    private static let surplus = TransportCheck("F13", "more bytes than announced are not the next answer") { trial in
        let peer = try trial.peer { connection in
            guard let request = connection.readRequest() else { return }
            let surplus = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n\"bad\""
            let length = "Content-Length: \(request.target.utf8.count)"
            connection.write("HTTP/1.1 200 OK\r\n\(length)\r\n\r\n\(request.target)" + surplus)
            connection.waitForEnd(milliseconds: 20)
        }
        try await expectOwnAnswers(30, of: peer, in: trial)
    }

    private static let twoAnswers = TransportCheck("F40", "the second of two answers is never the next request's") {
        trial in
        let peer = try trial.peer { request, connection in
            let length = "Content-Length: \(request.target.utf8.count)"
            let answer = "HTTP/1.1 200 OK\r\n\(length)\r\n\r\n\(request.target)"
            return connection.write(answer + answer)
        }
        try await expectOwnAnswers(60, of: peer, in: trial)
    }

    private static func expectOwnAnswers(_ count: Int, of peer: FaultPeer, in trial: TransportTrial) async throws {
        var answered = 0
        for round in 0..<count {
            let request = RequestKind.allCases[round / 2 % 3].request(to: peer.url, path: trial.path())
            let sent = await trial.send(request, to: peer)
            if sent.response != nil {
                answered += 1
                sent.expectAnswer(body: String(request.url.dropFirst(peer.url.count)))
            } else {
                // The connection ended in the moment in which the request was to go out on it.
                sent.expectFailure([.neverSent, .unknown])
            }
        }
        trial.expect(answered >= count / 3, "expected answers to most of \(count) requests; came \(answered)")
    }
}
