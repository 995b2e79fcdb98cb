import FaultPeer
import HTTPTypes
import WaybillRuntime

extension TransportCheck {
    /// Whole answers: each is given as it came, whatever it says.
    static let answers = [
        statuses, emptyAnswers, headAnswers, unasked, pages, compressed, redirects, redirectsToNowhere, cookies,
        caching,
        challenges,
    ]

    private static let statuses = TransportCheck("F20", "an answer of any status from 200 to 599 is the answer") {
        trial in
        let peer = try trial.peer { request, connection in
            let status = Int(request.target.split(separator: "/").last ?? "") ?? 0
            guard ![204, 304].contains(status) else {
                return connection.write("HTTP/1.1 \(status) X\r\nX-Id: \(status)\r\n\r\n")
            }
            return connection.answer(status, "\(status)", headers: [("X-Id", "\(status)")])
        }
        guard let name = HTTPField.Name("x-id") else { return }
        for status in Array(200...209) + Array(300...310) + Array(400...431) + Array(499...512) + [598, 599] {
            let kind = RequestKind.allCases[status % 3]
            let sent = await trial.send(kind.request(to: peer.url, path: "/\(status)"), to: peer)
            sent.expectAnswer(status, body: [204, 304].contains(status) ? "" : "\(status)")
            trial.expect("\(sent.name), X-Id", sent.response?.headers[name], is: "\(status)")
        }
    }

    private static let emptyAnswers = TransportCheck("F24", "an answer without a body") { trial in
        for answer in [
            "200 OK\r\nContent-Length: 0", "204 No Content", "304 Not Modified", "204 No Content\r\nContent-Length: 0",
        ] {
            let peer = try trial.peer { $1.write("HTTP/1.1 \(answer)\r\n\r\n") }
            for _ in 0..<2 {
                await trial.send(.get, to: peer, as: answer.debugDescription)
                    .expectAnswer(Int(answer.prefix(3)) ?? 0, body: "")
            }
        }
    }

    private static let headAnswers = TransportCheck(
        "F19",
        "the body of an answer that has none is never part of another answer"
    ) { trial in
        let body = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n\"bad\""
        for head in ["204 No Content", "304 Not Modified"] {
            for length in ["Content-Length: \(body.utf8.count)", "Transfer-Encoding: chunked"] {
                let peer = try trial.peer { _, connection in
                    connection.write("HTTP/1.1 \(head)\r\n\(length)\r\n\r\n")
                    return connection.write(body)
                }
                for _ in 0..<10 {
                    await trial.send(.get, to: peer, as: "\(head), \(length)")
                        .expectAnswer(Int(head.prefix(3)) ?? 0, body: "")
                }
            }
        }
    }

    private static let unasked = TransportCheck("F18", "100 and 103 before an answer are passed over") { trial in
        let peer = try trial.peer { _, connection in
            connection.write(String(repeating: "HTTP/1.1 100 Continue\r\n\r\n", count: 100))
            connection.write("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n")
            return connection.answer(201)
        }
        for kind in RequestKind.allCases { await trial.send(kind, to: peer).expectAnswer(201, body: "{}") }
    }

    private static let pages = TransportCheck("F21 F22 F23", "a body is given as it came, whatever its type and bytes")
    {
        trial in
        let types = [nil, "text/html", "application/problem+json", "application/json; charset=utf-16", "x"]
        for type in types {
            let line = type.map { "Content-Type: \($0)\r\n" } ?? ""
            let body: [UInt8] = [0x7B, 0xFF, 0xFE, 0x00, 0x0D, 0x0A, 0x7D]
            let peer = try trial.peer { _, connection in
                connection.write(Array("HTTP/1.1 200 OK\r\n\(line)Content-Length: \(body.count)\r\n\r\n".utf8) + body)
            }
            let sent = await trial.send(.get, to: peer, as: type ?? "no type")
            sent.expectAnswer(body: body)
            trial.expect("\(sent.name), Content-Type", sent.response?.headers[.contentType], is: type)
        }
    }

    private static let compressed = TransportCheck(
        "F27",
        "an answer in an encoding that nobody asked for is given as it came"
    ) { trial in
        // `gzip` of `{}`.
        let packed: [UInt8] = [
            0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xAB, 0xAE, 5, 0, 0x43, 0xBF, 0xA6, 0xA3, 2, 0, 0, 0,
        ]
        for encoding in ["gzip", "gzip, gzip", "br", "identity"] {
            let peer = try trial.peer { _, connection in
                let head = "HTTP/1.1 200 OK\r\nContent-Encoding: \(encoding)\r\nContent-Length: \(packed.count)\r\n\r\n"
                return connection.write(Array(head.utf8) + packed)
            }
            await trial.send(.keyedPost, to: peer, as: encoding).expectAnswer(body: packed)
        }
    }

    private static let redirects = TransportCheck("F28", "a redirect is the answer, and its target is never asked") {
        trial in
        let other = try trial.peer { $1.answer() }
        for status in [301, 302, 303, 307, 308] {
            for target in [
                "http://127.0.0.1:\(other.port)/x", "http://localhost:\(other.port)/x", "//127.0.0.1:\(other.port)/",
            ] {
                let peer = try trial.peer { $1.answer(status, "", headers: [("Location", target)]) }
                for kind in RequestKind.allCases {
                    var request = kind.request(to: peer.url, path: trial.path())
                    request.headers[.authorization] = "Bearer secret"
                    let sent = await trial.send(request, to: peer)
                    sent.expectAnswer(status)
                    trial.expect("\(sent.name), Location", sent.response?.headers[.location], is: target)
                }
            }
        }
        trial.expect("connections to the target", other.connectionCount, is: 0)
    }

    private static let redirectsToNowhere = TransportCheck(
        "F28",
        "a redirect to itself, a file or nowhere is the answer"
    ) {
        trial in
        for target in ["/v1/things", "things", "", "file:///etc/passwd", "https://127.0.0.1:1/", nil] {
            let line = target.map { "Location: \($0)\r\n" } ?? ""
            let peer = try trial.peer { $1.write("HTTP/1.1 302 Moved\r\n\(line)Content-Length: 0\r\n\r\n") }
            for kind in RequestKind.allCases { await trial.send(kind, to: peer).expectAnswer(302) }
            trial.expect("requests, redirected to \(target ?? "nothing")", peer.requests.count, is: 3)
        }
    }

    private static let cookies = TransportCheck("F31", "a cookie is not sent back") { trial in
        let peer = try trial.peer { $1.answer(headers: [("Set-Cookie", "session=1; Path=/")]) }
        for kind in RequestKind.allCases + RequestKind.allCases { await trial.send(kind, to: peer).expectAnswer() }
        trial.expect("cookies", peer.requests.compactMap { $0.header("cookie") }, is: [])
    }

    private static let caching = TransportCheck("F32", "nothing is cached") { trial in
        for control in [nil, "max-age=60", "public, immutable, max-age=31536000"] {
            let headers = control.map { [("Cache-Control", $0), ("ETag", "\"a\"")] } ?? []
            let peer = try trial.peer { $1.answer(headers: headers) }
            for _ in 0..<3 { await trial.send(RequestKind.get.request(to: peer.url), to: peer).expectAnswer() }
            trial.expect("requests, \(control ?? "no Cache-Control")", peer.requests.count, is: 3)
            let conditions = peer.requests.compactMap { $0.header("if-none-match") ?? $0.header("if-modified-since") }
            trial.expect("conditions", conditions, is: [])
        }
    }

    private static let challenges = TransportCheck("F33", "a 401 or 407 with a challenge is the answer") { trial in
        for (status, field) in [(401, "WWW-Authenticate"), (407, "Proxy-Authenticate")] {
            for scheme in ["Basic realm=\"x\"", "Digest realm=\"x\", nonce=\"y\"", "Negotiate", "Bearer"] {
                let peer = try trial.peer { $1.answer(status, headers: [(field, scheme)]) }
                for kind in RequestKind.allCases { await trial.send(kind, to: peer, as: scheme).expectAnswer(status) }
                trial.expect("requests, \(status) \(scheme)", peer.requests.count, is: 3)
            }
        }
    }
}
