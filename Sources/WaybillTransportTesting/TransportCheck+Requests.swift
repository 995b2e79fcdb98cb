import FaultPeer
import HTTPTypes
import WaybillRuntime

extension TransportCheck {
    /// What goes out.
    static let requests = [target, fields, nothingAdded, methods, requestBodies, lineBreaks, expectation]

    private static let target = TransportCheck("S05", "path and query go out as they stand in the URL") { trial in
        for target in [
            "/v1/a%2Fb/%E2%82%AC?q=a%20b&c=%2B", "/", "/?", "/a//b/", "/a?b=c?d", "/%25", "?x=1", "/a;b=c,d",
        ] {
            let peer = try trial.peer { $1.answer() }
            let request = RequestKind.get.request(to: peer.url, path: target)
            await trial.send(request, to: peer).expectAnswer()
            let expected = target.hasPrefix("?") ? "/" + target : target
            trial.expect("the target of \(target)", peer.requests.map(\.target), is: [expected])
        }
    }

    private static let fields = TransportCheck("S11", "header fields go out as they are, repeated ones too") { trial in
        let fields = [
            ("Authorization", "Bearer a.b-c"), ("User-Agent", "client/1.0"), ("Accept", "application/x"),
            ("Content-Type", "text/x; charset=utf-8"), ("X-Twice", "1"), ("X-Twice", "2"), ("X-Odd", "a\tb \"'{},;=%"),
        ]
        for kind in RequestKind.allCases {
            let peer = try trial.peer { $1.answer() }
            var request = kind.request(to: peer.url)
            request.headers = HTTPFields()
            for (name, value) in fields {
                guard let name = HTTPField.Name(name) else { continue }
                request.headers.append(HTTPField(name: name, value: value))
            }
            await trial.send(request, to: peer).expectAnswer()
            for name in Set(fields.map(\.0)).sorted() {
                let sent = peer.requests.flatMap(\.headers).filter { $0.name.lowercased() == name.lowercased() }
                let values = fields.filter { $0.0 == name }.map(\.1)
                // RFC 9110, section 5.3: repeated fields may be joined with commas.
                trial.expect("\(kind), \(name)", listed(sent.map(\.value)), is: listed(values))
            }
        }
    }

    private static func listed(_ values: [String]) -> String {
        values.joined(separator: ",").replacing(", ", with: ",")
    }

    private static let nothingAdded = TransportCheck("S06", "nothing is added but what the protocol asks for") {
        trial in
        for kind in RequestKind.allCases {
            let peer = try trial.peer { $1.answer() }
            let request = kind.request(to: peer.url)
            await trial.send(request, to: peer).expectAnswer()
            let given = Set(request.headers.map { $0.name.canonicalName })
            let names = Set(peer.requests.flatMap(\.headers).map { $0.name.lowercased() })
            let added = names.subtracting(given).subtracting(["host", "content-length", "connection"])
            trial.expect("\(kind), fields that were added", added.sorted(), is: [])
            let host = peer.requests.first?.header("host")
            trial.expect("\(kind), Host", host, is: "127.0.0.1:\(peer.port)")
        }
    }

    private static let methods = TransportCheck("S05", "a method goes out as it is") { trial in
        for method in [HTTPRequest.Method.get, .head, .post, .put, .patch, .delete, .options] {
            let peer = try trial.peer { request, connection in
                request.method == "HEAD"
                    ? connection.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n") : connection.answer()
            }
            var request = RequestKind.get.request(to: peer.url)
            request.method = method
            await trial.send(request, to: peer).expectAnswer(body: method == .head ? "" : "{}")
            trial.expect("the method of \(method)", peer.requests.map(\.method), is: [method.rawValue])
        }
    }

    private static let requestBodies = TransportCheck("S06", "bodies arrive byte for byte, from none to 9 MB") {
        trial in
        let long = (0..<9_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        for body in [nil, [], [0], Array(0...255), [0xFF, 0xFE, 0x0D, 0x0A, 0x0D, 0x0A], long] as [[UInt8]?] {
            for kind in [RequestKind.keyedPost, .unkeyedPost] {
                let peer = try trial.peer { $1.answer() }
                var request = kind.request(to: peer.url)
                request.body = body
                let name = body.map { "\($0.count) bytes" } ?? "no body"
                await trial.send(request, to: peer, as: name).expectAnswer()
                let arrived = peer.requests.first?.body
                trial.expect(
                    arrived == body ?? [],
                    "\(kind), \(name): expected the same; came \(arrived?.count ?? 0) bytes"
                )
            }
        }
    }

    private static let lineBreaks = TransportCheck(
        "S02",
        "a URL that is none never becomes a request or a header field"
    ) {
        trial in
        for url in ["", "not a url", "ftp://127.0.0.1/", "http:///x"] {
            await trial.send(TransportRequest(method: .get, url: url), to: nil, as: url).expectFailure([.neverSent])
        }
        for tail in ["/a b", "/\r\nX-Smuggled: 1\r\n", "/?\nX-Smuggled: 1", "/\u{0}", "/ HTTP/1.1\r\nX-Smuggled: 1"] {
            let peer = try trial.peer { $1.answer() }
            let request = TransportRequest(method: .get, url: peer.url + tail)
            let sent = await trial.send(request, to: nil, as: tail.debugDescription)
            trial.expect(sent.error == nil || peer.requests.isEmpty, "\(sent.name): expected no request; came one")
            let smuggled = peer.requests.compactMap { $0.header("x-smuggled") }
            trial.expect("\(sent.name), fields that were smuggled in", smuggled, is: [])
        }
    }

    private static let expectation = TransportCheck("F38", "a body of 2 MB does not wait for 100 Continue") { trial in
        for kind in [RequestKind.keyedPost, .unkeyedPost] {
            let peer = try trial.peer { $1.answer() }
            var request = kind.request(to: peer.url)
            request.body = [UInt8](repeating: 32, count: 2_000_000)
            await trial.send(request, to: peer).expectAnswer()
            trial.expect("\(kind), Expect", peer.requests.first?.header("expect"), is: nil)
        }
    }
}
