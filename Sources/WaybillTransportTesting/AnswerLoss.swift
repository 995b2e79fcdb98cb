import FaultPeer
import WaybillRuntime

/// One way in which the body of an answer is lost behind its head.
struct AnswerLoss: Sendable {
    let id: String
    let title: String
    /// What is sent behind the head's status, id and rate limit.
    private let rest: String
    private let end: @Sendable (PeerConnection) -> Void

    private init(_ id: String, _ title: String, _ rest: String, end: @escaping @Sendable (PeerConnection) -> Void) {
        self.id = id
        self.title = title
        self.rest = rest
        self.end = end
    }

    /// What can have been read of the body.
    static let beginning = #"{"a":"#

    static let reset = AnswerLoss("F08", "reset", "Content-Length: 100\r\n\r\n" + beginning) { connection in
        // A reset may overtake what was sent before it.
        connection.pause(milliseconds: 50)
        connection.reset()
    }

    static let cutShort = AnswerLoss(
        "F09",
        "closed in a body of fixed length",
        "Content-Length: 100\r\n\r\n" + beginning
    ) { $0.close() }

    /// Nothing more comes.
    static let silence = AnswerLoss("T03", "silence", "Content-Length: 100\r\n\r\n" + beginning) {
        _ = $0.waitForEnd()
    }

    /// Those that end by themselves.
    static let all = [
        reset, cutShort,
        AnswerLoss("F10", "closed between chunks", "\(chunked)5\r\n\(beginning)\r\n") { $0.close() },
        AnswerLoss("F10", "closed inside a chunk", "\(chunked)50\r\n\(beginning)") { $0.close() },
        AnswerLoss("F11", "a chunk that is none", "\(chunked)5\r\n\(beginning)\r\nzz\r\n") { _ = $0.waitForEnd() },
    ]

    private static let chunked = "Transfer-Encoding: chunked\r\n\r\n"

    /// Reads the request of a connection and answers it in this way.
    func serve(_ status: Int, _ connection: PeerConnection) {
        guard connection.readRequest() != nil else { return }
        connection.write("HTTP/1.1 \(status) X\r\nX-Request-Id: req_1\r\nX-Remaining: 7\r\n" + rest)
        end(connection)
    }
}
