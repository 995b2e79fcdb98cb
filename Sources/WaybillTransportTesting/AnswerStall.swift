package import FaultPeer
package import WaybillRuntime

/// A peer that reads a request and then never gets to the end of an answer.
package struct AnswerStall: Sendable {
    package let id: String
    package let title: String
    /// How much of an answer has gone out when it has come to its stall.
    private let bytes: Int
    package let serve: @Sendable (PeerConnection) -> Void

    /// What is known of a call that is given up there, once the head has been read: nothing shows that from outside.
    package var delivery: DeliveryCertainty { ["T03", "T04"].contains(id) ? .accepted : .unknown }

    package static let all = [
        AnswerStall(id: "T02", title: "never answers", bytes: 0) { connection in
            if connection.readRequest() != nil { connection.waitForEnd() }
        },
        AnswerStall(id: "T03", title: "header fields, then nothing", bytes: 30) { connection in
            connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n")
            connection.waitForEnd()
        },
        AnswerStall(id: "T04", title: "the body drips", bytes: 60) { connection in
            connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            while connection.write("1\r\n \r\n"), connection.pause(milliseconds: 50) {}
        },
        AnswerStall(id: "T05", title: "the header fields drip", bytes: 22) { connection in
            connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\nX: ")
            while connection.write("y"), connection.pause(milliseconds: 50) {}
        },
    ]

    /// Waits until a peer of this kind has that many requests, and stalls.
    package func isReached(by peer: FaultPeer, requests count: Int = 1) async throws {
        try await peer.waitUntil { $0.requests.count == count && $0.bytesWritten >= bytes }
    }
}
