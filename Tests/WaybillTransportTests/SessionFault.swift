import WaybillTransportTesting

/// Something that `URLSession` does otherwise than a transport has to, and the checks that find it.
struct SessionFault: Sendable {
    let title: String
    /// The beginnings of their descriptions.
    let checks: [String]

    func isFound(by check: TransportCheck) -> Bool {
        checks.contains { check.description.hasPrefix($0) }
    }

    /// Everywhere.
    static let everywhere = [
        SessionFault(title: "it adds header fields of its own", checks: ["S06 nothing is added"]),
        SessionFault(title: "it unpacks the encodings that it knows", checks: ["F27 an answer in an encoding"]),
        SessionFault(title: "it has no limit of connecting alone", checks: ["T01 F03"]),
    ]

    /// On Linux, in FoundationNetworking 6.3 and the libcurl that it contains.
    static let onLinux = [
        SessionFault(
            title: "it ends the process where a task ends without a response, or a length is near to 2^63",
            checks: ["F15", "T05 T14", "F25 an announced"]
        ),
        SessionFault(
            title: "it sends a GET again whose kept connection ends, and does not always tell a POST of that end",
            checks: [
                "F35", "F14 the status line 'HTTP/1.1 600", "F14 the status line 'HTTP/1.1 700",
                "F14 the status line 'HTTP/1.1 999 ", "R02 F14 a call that meets the status line 'HTTP/1.1 600",
                "R02 F14 a call that meets the status line 'HTTP/1.1 700",
                "R02 F14 a call that meets the status line 'HTTP/1.1 999 ",
            ]
        ),
        SessionFault(
            title: "it takes bytes that nobody asked for on a kept connection for the next answer",
            checks: ["F19", "F36"]
        ),
        SessionFault(title: "a task that is cancelled inside a body reads on until it ends", checks: ["F26"]),
        SessionFault(title: "a redirect that it does not follow has no body", checks: ["F20"]),
        SessionFault(title: "a task that is challenged without a credential never ends", checks: ["F33"]),
        SessionFault(
            title: "it hands on a head before it has seen that its lengths differ",
            checks: [#"F12 "Content-Length: 2\r\n"#, #"R02 F12 a call that meets "Content-Length: 2\r\n"#]
        ),
        SessionFault(title: "fields whose names differ in case come in any order", checks: ["F34 repeated"]),
        SessionFault(title: "several of these", checks: ["T11", "F41"]),
    ]
}
