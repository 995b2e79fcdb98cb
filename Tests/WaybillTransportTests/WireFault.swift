import FaultPeer
import Testing
import WaybillRuntime

/// One way in which a server can fail, and what the transport has to make of it.
struct WireFault: Sendable, CustomTestStringConvertible {
    let name: String
    let reasons: Set<TransportError.Reason>
    let serve: @Sendable (PeerConnection) -> Void

    var testDescription: String { name }

    /// Whether a whole head, of a 200, comes before the fault.
    var hasHead: Bool { ["F08", "F09", "F10", "F11"].contains { name.hasPrefix($0) } }

    private init(
        _ name: String,
        _ reasons: Set<TransportError.Reason>,
        serve: @escaping @Sendable (PeerConnection) -> Void
    ) {
        self.name = name
        self.reasons = reasons
        self.serve = serve
    }

    /// A fault that reads the request, sends these bytes and closes.
    private static func sending(
        _ name: String,
        _ reasons: Set<TransportError.Reason>,
        _ text: String
    ) -> WireFault {
        WireFault(name, reasons) { connection in
            connection.readRequest()
            connection.write(text)
        }
    }

    /// The stream ends too soon.
    static let broken: [WireFault] = [
        WireFault("F04 reset straight after accept", [.reset, .closed]) { $0.reset() },
        WireFault("F05 closed without a byte", [.closed, .reset]) { $0.readRequest() },
        sending("F06 half a status line", [.closed, .reset], "HTTP/1.1 20"),
        WireFault("F07 reset inside the headers", [.reset, .closed]) { connection in
            connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\nContent-Ty")
            connection.pause(milliseconds: 20)
            connection.reset()
        },
        WireFault("F08 reset inside the body", [.reset, .closed]) { connection in
            connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":")
            connection.pause(milliseconds: 20)
            connection.reset()
        },
        sending("F09 one byte short", [.closed], "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n{}"),
        sending(
            "F10 no last chunk",
            [.closed],
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"
        ),
        sending("F18 nothing but 100 Continue", [.closed], "HTTP/1.1 100 Continue\r\n\r\n"),
    ]

    /// The stream ends too soon, with an error of the socket or after a whole head.
    static let brokenLate = broken.filter { fault in
        ["F04", "F07", "F08", "F09", "F10"].contains { fault.name.hasPrefix($0) }
    }

    /// What comes is no HTTP.
    static let malformed: [WireFault] =
        ["zz", "-1", "fffffffffffffffff"].map { size in
            sending(
                "F11 chunk size \(size)",
                [.protocolViolation],
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\(size)\r\n{}\r\n0\r\n\r\n"
            )
        }
        + [
            "Content-Length: abc", "Content-Length: -5", "Content-Length: 2\r\nContent-Length: 3",
        ].map { line in
            sending("F12 \(line.debugDescription)", [.protocolViolation], "HTTP/1.1 200 OK\r\n\(line)\r\n\r\n{}")
        }
        + [
            "HTTP/1.1 abc X", "HTTP/9.9 200 OK", "HTTP/1.1 0 X", "HTTP/1.1 99 X", "HTTP/1.1 600 X", "HTTP/1.1 1000 X",
            "HTTP/1.1 99999 X", "HTTP/1.1 -200 X", "HTTP/1.1 099 X", "HTTP/1.1 000 X", "HTTP/1.1 101 X",
            "HTTP/1.1 700 X", "HTTP/1.1 999 X",
        ].map { line in
            sending("F14 \(line)", [.protocolViolation], "\(line)\r\nContent-Length: 2\r\n\r\n{}")
        } + [
            sending("F17 a body without a status line", [.protocolViolation], "<html>Hello</html>\r\n\r\n"),
            sending(
                "F16 TLS on a plain port",
                [.protocolViolation],
                "\u{16}\u{3}\u{1}\u{0}\u{5}\u{1}\u{0}\u{0}\u{1}\u{0}"
            ),
            sending("F34 a space before the colon", [.protocolViolation], "HTTP/1.1 200 OK\r\nX : y\r\n\r\n"),
        ]
}
