package import FaultPeer
package import WaybillRuntime

/// One way in which a server can fail, and what the transport has to make of it.
package struct WireFault: Sendable {
    /// The requirement, such as `F09`.
    package let id: String
    package let title: String
    /// The status of the head that comes whole before the fault.
    let status: Int?
    /// What a transport can tell of it; one whose platform tells less says `.other`.
    package let reasons: Set<TransportError.Reason>
    /// What the server does where it should answer.
    let act: @Sendable (PeerConnection) -> Void

    private init(
        _ id: String,
        _ title: String,
        after status: Int? = nil,
        _ reasons: Set<TransportError.Reason>,
        act: @escaping @Sendable (PeerConnection) -> Void
    ) {
        self.id = id
        self.title = title
        self.status = status
        self.reasons = reasons
        self.act = act
    }

    /// A fault that reads the request, sends these bytes and closes.
    private static func sending(
        _ id: String,
        _ title: String,
        after status: Int? = nil,
        _ reasons: Set<TransportError.Reason>,
        _ text: String
    ) -> WireFault {
        WireFault(id, title, after: status, reasons) { $0.write(text) }
    }

    /// Serves one connection.
    package func serve(_ connection: PeerConnection) {
        guard id == "F04" || connection.readRequest() != nil else { return }
        act(connection)
        connection.close()
    }

    /// Where the request may have come when it fails.
    package var stages: [FailureStage] {
        if let status { return [.answered(status: status)] }
        // The reset may come before a byte of the request has been written.
        return id == "F04" ? [.unknown, .neverSent] : [.unknown]
    }

    /// All of them; each ends by itself.
    package static let all = broken + malformed

    /// The stream ends too soon.
    private static let broken: [WireFault] = [
        WireFault("F04", "a reset straight after the connection is accepted", [.reset, .closed]) { $0.reset() },
        WireFault("F05", "a connection that is closed without a byte", [.closed, .reset]) { _ in },
        sending("F06", "half a status line", [.closed, .reset], "HTTP/1.1 20"),
        WireFault("F07", "a reset inside the header fields", [.reset, .closed]) { connection in
            connection.write("HTTP/1.1 200 OK\r\nContent-Ty")
            connection.pause(milliseconds: 20)
            connection.reset()
        },
        WireFault("F08", "a reset inside the body", after: 200, [.reset, .closed]) { connection in
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":")
            // A reset may overtake what was sent before it.
            connection.pause(milliseconds: 50)
            connection.reset()
        },
        sending(
            "F09",
            "a body that ends one byte short",
            after: 200,
            [.closed],
            "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n{}"
        ),
        sending(
            "F10",
            "a chunked body without its last chunk",
            after: 200,
            [.closed],
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"
        ),
        sending("F18", "nothing but 100 Continue", [.closed], "HTTP/1.1 100 Continue\r\n\r\n"),
    ]

    /// What comes is no HTTP.
    private static let malformed: [WireFault] =
        ["zz", "-1", "fffffffffffffffff"].map { size in
            sending(
                "F11",
                "a chunk of size \(size)",
                after: 200,
                [.protocolViolation],
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\(size)\r\n{}\r\n0\r\n\r\n"
            )
        }
        + [
            "Content-Length: abc", "Content-Length: -5", "Content-Length: 2\r\nContent-Length: 3",
        ].map { line in
            sending("F12", "\(line.debugDescription)", [.protocolViolation], "HTTP/1.1 200 OK\r\n\(line)\r\n\r\n{}")
        }
        + [
            "HTTP/1.1 abc X", "HTTP/9.9 200 OK", "HTTP/1.1 0 X", "HTTP/1.1 99 X", "HTTP/1.1 600 X", "HTTP/1.1 1000 X",
            "HTTP/1.1 99999 X", "HTTP/1.1 -200 X", "HTTP/1.1 099 X", "HTTP/1.1 000 X", "HTTP/1.1 101 X",
            "HTTP/1.1 700 X", "HTTP/1.1 999 X",
        ].map { line in
            sending("F14", "the status line '\(line)'", [.protocolViolation], "\(line)\r\nContent-Length: 2\r\n\r\n{}")
        } + [
            sending(
                "F16",
                "TLS on a plain port",
                [.protocolViolation],
                "\u{16}\u{3}\u{1}\u{0}\u{5}\u{1}\u{0}\u{0}\u{1}\u{0}"
            ),
            sending("F17", "a body without a status line", [.protocolViolation], "<html>Hello</html>\r\n\r\n"),
            sending("F34", "a space before the colon", [.protocolViolation], "HTTP/1.1 200 OK\r\nX : y\r\n\r\n"),
        ]
}
