import FaultPeer
import Testing
import WaybillRuntime

/// One way in which the body of an answer is lost behind its head.
struct AnswerLoss: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// What is sent behind the head's status, id and rate limit.
    let rest: String
    let end: @Sendable (PeerConnection) -> Void

    /// What can have been read of the body.
    static let beginning = #"{"a":"#

    /// Those that end by themselves.
    static let all = [
        AnswerLoss(testDescription: "F08 reset", rest: "Content-Length: 100\r\n\r\n" + beginning) { connection in
            // A reset may overtake what was sent before it.
            connection.pause(milliseconds: 50)
            connection.reset()
        },
        AnswerLoss(
            testDescription: "F09 closed in a body of fixed length",
            rest: "Content-Length: 100\r\n\r\n" + beginning
        ) {
            $0.close()
        },
        AnswerLoss(testDescription: "F10 closed between chunks", rest: "\(chunked)5\r\n\(beginning)\r\n") {
            $0.close()
        },
        AnswerLoss(testDescription: "F10 closed inside a chunk", rest: "\(chunked)50\r\n\(beginning)") { $0.close() },
        AnswerLoss(testDescription: "F11 a chunk that is none", rest: "\(chunked)5\r\n\(beginning)\r\nzz\r\n") {
            _ = $0.waitForEnd()
        },
    ]

    /// Nothing more comes.
    static let silence = AnswerLoss(
        testDescription: "T03 silence",
        rest: "Content-Length: 100\r\n\r\n" + beginning
    ) { _ = $0.waitForEnd() }

    private static let chunked = "Transfer-Encoding: chunked\r\n\r\n"

    /// Answers every request of every connection in this way.
    func serve(_ status: Int, _ connection: PeerConnection) {
        guard connection.readRequest() != nil else { return }
        connection.write("HTTP/1.1 \(status) X\r\nX-Request-Id: req_1\r\nX-Remaining: 7\r\n" + rest)
        end(connection)
    }
}
