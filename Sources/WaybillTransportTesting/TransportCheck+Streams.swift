import FaultPeer
import Synchronization
@_spi(Generated) import WaybillRuntime

extension TransportCheck {
    /// What goes through in pieces; a transport that cannot stream has nothing to show here.
    static let streams = [uploads, downloads, errors, tooLarge, brokenOff, slowTakers, unwilling]

    private static let content = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }

    /// What a receiver was handed.
    private final class Taken: Sendable {
        private let bytes = Mutex<[UInt8]>([])

        var all: [UInt8] { bytes.withLock(\.self) }

        /// A request whose answer comes here.
        func request(to peer: FaultPeer, path: String, limit: Int = content.count) -> TransportRequest {
            request(to: peer, path: path, limit: limit) { chunk in self.bytes.withLock { $0 += chunk } }
        }

        func request(
            to peer: FaultPeer,
            path: String,
            limit: Int = content.count,
            sink: @escaping @Sendable ([UInt8]) async throws -> Void
        ) -> TransportRequest {
            var request = RequestKind.get.request(to: peer.url, path: path, limit: 1_000)
            request.receiver = AnswerReceiver(
                limit: limit,
                uptime: RuntimeClock.system.uptime,
                wants: { (200...299).contains($0.status) },
                sink: sink
            )
            return request
        }
    }

    private static let uploads = TransportCheck("S12", "a body that is read while it goes out arrives byte for byte") {
        trial in
        guard trial.transport.canStream else { return }
        for bytes in [[], [1], content] {
            let peer = try trial.peer { $1.answer() }
            let file = FormFile(name: "a", bytes: bytes)
            let body = MultipartWriter.content(of: [("a", "b")], files: [("f", file)], boundary: "x")
            var request = RequestKind.keyedPost.request(to: peer.url, path: trial.path())
            request.body = nil
            request.bodyReader = try BodyReader(body)
            await trial.send(request, to: peer, as: "\(bytes.count) bytes").expectAnswer()
            let arrived = peer.requests.first
            trial.expect(arrived?.body == body.bytes, "\(bytes.count) bytes: expected the body as it was sent")
            trial.expect("Content-Length", arrived?.header("content-length"), is: "\(body.count)")
        }
    }

    private static let downloads = TransportCheck("F42", "an answer is handed over whole and in order, and not held") {
        trial in
        guard trial.transport.canStream else { return }
        let head = "HTTP/1.1 200 OK\r\n"
        let size = String(content.count, radix: 16)
        let framings = [
            (Array("\(head)Content-Length: \(content.count)\r\n\r\n".utf8), [UInt8](), false),
            (Array("\(head)Transfer-Encoding: chunked\r\n\r\n\(size)\r\n".utf8), Array("\r\n0\r\n\r\n".utf8), false),
            (Array("\(head)Connection: close\r\n\r\n".utf8), [], true),
        ]
        for (beginning, end, closes) in framings {
            let peer = try trial.peer { _, connection in connection.write(beginning + content + end) && !closes }
            for _ in 0..<2 {
                let taken = Taken()
                await trial.send(taken.request(to: peer, path: trial.path()), to: peer).expectAnswer(body: [])
                trial.expect(taken.all == content, "expected the whole body; came \(taken.all.count) bytes")
            }
        }
        let empty = try trial.peer { $1.write("HTTP/1.1 204 No Content\r\n\r\n") }
        let taken = Taken()
        await trial.send(taken.request(to: empty, path: trial.path()), to: empty).expectAnswer(204, body: [])
        trial.expect("bytes of a 204", taken.all.count, is: 0)
    }

    private static let errors = TransportCheck("F42", "what the receiver does not want is given whole") { trial in
        guard trial.transport.canStream else { return }
        let peer = try trial.peer { $1.answer(404, "missing") }
        let taken = Taken()
        await trial.send(taken.request(to: peer, path: trial.path()), to: peer).expectAnswer(404, body: "missing")
        trial.expect("bytes that were handed over", taken.all.count, is: 0)
    }

    private static let tooLarge = TransportCheck("F42", "more than the receiver's limit ends the exchange") { trial in
        guard trial.transport.canStream else { return }
        let chunk = "4\r\nabcd\r\n"
        for framed in ["Content-Length: 8\r\n\r\nabcdefgh", "Transfer-Encoding: chunked\r\n\r\n\(chunk)\(chunk)"] {
            let peer = try trial.peer { connection in
                connection.readRequest()
                connection.write("HTTP/1.1 200 OK\r\n\(framed)")
                connection.waitForEnd()
            }
            let taken = Taken()
            await trial.send(taken.request(to: peer, path: trial.path(), limit: 7), to: peer)
                .expectFailure([.answered(status: 200)], [.bodyTooLarge(limit: 7)])
            trial.expect(taken.all.count <= 7, "expected 7 bytes at most; came \(taken.all.count)")
            try await peer.waitUntil { $0.openCount == 0 }
        }
    }

    private static let brokenOff = TransportCheck("F42", "an answer that breaks off is an error behind what came") {
        trial in
        guard trial.transport.canStream else { return }
        for framed in ["Content-Length: 100\r\n\r\nabcd", "Transfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n"] {
            let peer = try trial.peer { _, connection in
                connection.write("HTTP/1.1 200 OK\r\n\(framed)")
                return false
            }
            let taken = Taken()
            await trial.send(taken.request(to: peer, path: trial.path()), to: peer)
                .expectFailure([.answered(status: 200)])
            trial.expect([[], Array("abcd".utf8)].contains(taken.all), "expected what came; came \(taken.all)")
        }
    }

    private static let slowTakers = TransportCheck("F43", "nothing is read that the receiver has no room for") {
        trial in
        guard trial.transport.canStream else { return }
        let peer = try trial.peer { connection in
            connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 90000000\r\n\r\n")
            // Far more than all buffers between.
            for _ in 0..<30 { guard connection.write([UInt8](repeating: 1, count: 3_000_000)) else { return } }
        }
        let hasBegun = Mutex(false)
        let request = Taken().request(to: peer, path: trial.path(), limit: 90_000_000) { _ in
            hasBegun.withLock { $0 = true }
            try await Task.sleep(for: .seconds(3_600))
        }
        let sent = try await trial.send(request, to: peer) {
            try await peer.waitUntil { _ in hasBegun.withLock(\.self) }
            try await Task.sleep(for: .milliseconds(300))
            trial.expect(peer.bytesWritten < 60_000_000, "expected a server that is held back; it wrote all it had")
        }
        sent.expectFailure([.answered(status: 200)], [.cancelled])
        try await peer.waitUntil { $0.openCount == 0 }
    }

    private static let unwilling = TransportCheck("F43", "a receiver that takes no more ends the exchange") { trial in
        guard trial.transport.canStream else { return }
        let peer = try trial.peer { connection in
            connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabcd")
            connection.waitForEnd()
        }
        let request = Taken().request(to: peer, path: trial.path()) { _ in throw CancellationError() }
        await trial.send(request, to: peer).expectFailure([.answered(status: 200)], [.cancelled])
        try await peer.waitUntil { $0.openCount == 0 }
    }
}
