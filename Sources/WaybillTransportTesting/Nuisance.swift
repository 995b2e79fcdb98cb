import FaultPeer

/// What a server does to a transport between two good answers.
enum Nuisance: Sendable {
    /// There is no answer.
    case fault(WireFault)
    /// There is one, and something about it that may spoil the next.
    case surrounding(title: String, before: String = "", fields: String = "", behind: String = "", isLast: Bool = false)

    static let surroundings = [
        surrounding(
            title: "F13 more bytes than announced",
            behind: "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n\"bad\""
        ),
        surrounding(title: "F18 informational answers", before: "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 X\r\n\r\n"),
        surrounding(title: "F31 a cookie", fields: "Set-Cookie: a=b\r\n"),
        surrounding(title: "F32 a long life", fields: "Cache-Control: max-age=60\r\n"),
        surrounding(title: "F35 the end of the connection", isLast: true),
        surrounding(title: "F36 a 408", behind: "HTTP/1.1 408 X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
        surrounding(title: "F40 garbage", behind: "\r\n\r\n{}"),
    ]

    var title: String {
        switch self {
        case .fault(let fault): "\(fault.id) \(fault.title)"
        case .surrounding(let title, _, _, _, _): title
        }
    }

    /// Answers a request that has been read; false where that ends the connection.
    func serve(_ request: PeerRequest, _ connection: PeerConnection) -> Bool {
        switch self {
        case .fault(let fault):
            fault.act(connection)
            return false
        case .surrounding(_, let before, let fields, let behind, let isLast):
            let body = request.target
            let head = "HTTP/1.1 200 OK\r\n\(fields)Content-Length: \(body.utf8.count)\r\n\r\n"
            return connection.write(before + head + body + behind) && !isLast
        }
    }
}
