import FaultPeer
import WaybillRuntime

extension TransportCheck {
    /// The bound on an answer's body, and answers that come before the request's body has gone out.
    static let bodies = [limit, announced, endless, bomb, early, earlyEnd]

    private static let bound = 65_536

    private static let limit = TransportCheck("F25", "a body of the limit is accepted, and one of a byte more is not") {
        trial in
        for (isChunked, surplus) in [(true, 0), (true, 1), (false, 0), (false, 1)] {
            let size = bound + surplus
            let body = String(repeating: "a", count: size)
            let framed =
                isChunked
                ? "Transfer-Encoding: chunked\r\n\r\n\(String(size, radix: 16))\r\n\(body)\r\n0\r\n\r\n"
                : "Content-Length: \(size)\r\n\r\n\(body)"
            let peer = try trial.peer { $1.write("HTTP/1.1 200 OK\r\n" + framed) }
            for kind in RequestKind.allCases {
                let name = "\(size) bytes\(isChunked ? " in a chunk" : "")"
                let sent = await trial.send(kind, to: peer, limit: bound, as: name)
                guard surplus > 0 else { sent.expectAnswer(body: body); continue }
                sent.expectFailure([.answered(status: 200)], [.bodyTooLarge(limit: bound)])
                trial.expect(
                    (sent.held ?? 0) <= bound,
                    "\(name): expected at most the limit; held \(sent.held ?? 0) bytes"
                )
            }
        }
    }

    private static let announced = TransportCheck("F25", "an announced 8 exabytes are refused before they come") {
        trial in
        for status in [200, 503] {
            let peer = try trial.peer { connection in
                connection.readRequest()
                connection.write("HTTP/1.1 \(status) X\r\nContent-Length: 9223372036854775807\r\n\r\n")
                connection.waitForEnd()
            }
            for kind in RequestKind.allCases {
                await trial.send(kind, to: peer).expectFailure([.answered(status: status)])
            }
        }
    }

    private static let endless = TransportCheck(
        "F26",
        "an endless body is stopped at the limit, and its connection closed"
    ) {
        trial in
        for kind in RequestKind.allCases {
            let peer = try trial.peer { connection in
                connection.readRequest()
                connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
                let chunk = "1000\r\n\(String(repeating: "a", count: 4_096))\r\n"
                // 80 MB: far more than the limit and all buffers between.
                for _ in 0..<20_000 {
                    guard connection.write(chunk) else { return }
                }
            }
            await trial.send(kind, to: peer, limit: bound)
                .expectFailure([.answered(status: 200)], [.bodyTooLarge(limit: bound)])
            try await peer.waitUntil { $0.openCount == 0 }
            trial.expect(
                peer.bytesWritten < 80_000_000,
                "\(kind): expected a closed connection; the server sent all it had"
            )
        }
    }

    private static let bomb = TransportCheck("F27", "a megabyte that unpacks to many is given packed, or refused") {
        trial in
        let packed = GzipBomb.bytes(repetitions: 640_000)
        let peer = try trial.peer { _, connection in
            let head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(packed.count)\r\n\r\n"
            return connection.write(Array(head.utf8) + packed)
        }
        let limit = 2 << 20
        let sent = await trial.send(.get, to: peer, limit: limit)
        if sent.response != nil {
            sent.expectAnswer(body: packed)
        } else {
            sent.expectFailure([.answered(status: 200)], [.bodyTooLarge(limit: limit)])
        }
        trial.expect((sent.held ?? 0) <= limit, "expected at most the limit; held \(sent.held ?? 0) bytes")
    }

    private static let early = TransportCheck("F37", "an answer that comes while the request's body goes out is given")
    { trial in
        for isRead in [true, false] {
            for kind in [RequestKind.keyedPost, .unkeyedPost] {
                let peer = try trial.peer { connection in
                    guard connection.readHead() else { return }
                    connection.answer(413, "too large", headers: [("Connection", "close")])
                    if isRead { connection.waitForEnd() } else { connection.pause(milliseconds: 600_000) }
                }
                await trial.send(
                    long(kind, to: peer),
                    to: peer,
                    as: isRead ? "the body is read" : "the body is not read"
                )
                .expectAnswer(413, body: "too large")
            }
        }
    }

    private static let earlyEnd = TransportCheck(
        "F37",
        "nor is such an answer lost where the connection ends behind it"
    ) { trial in
        var sent: SentRequest?
        // The reset that follows may overtake the answer: no transport can help that, and all can where time is enough.
        for patience in [Int32(50), 500, 5_000] where sent?.response == nil {
            let peer = try trial.peer { connection in
                guard connection.readHead() else { return }
                connection.answer(413, "too large", headers: [("Connection", "close")])
                connection.pause(milliseconds: patience)
            }
            sent = await trial.send(long(.keyedPost, to: peer), to: peer)
        }
        sent?.expectAnswer(413, body: "too large")
    }

    private static func long(_ kind: RequestKind, to peer: FaultPeer) -> TransportRequest {
        var request = kind.request(to: peer.url)
        request.body = [UInt8](repeating: 32, count: 8_000_000)
        return request
    }
}

extension SentRequest {
    /// How much of a body was held in memory: of the answer, or of what came of it.
    fileprivate var held: Int? {
        if let response { return response.body.count }
        if case .answered(let partial) = error?.progress { return partial.body.count }
        return nil
    }
}
