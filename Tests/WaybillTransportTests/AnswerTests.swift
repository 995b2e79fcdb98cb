import FaultPeer
import HTTPTypes
import Testing
import WaybillRuntime
import WaybillTransport

extension SocketTests {
    /// Whole answers, however odd, and what goes out for them.
    @Suite struct AnswerTests {
        private let transport = DefaultTransport.shared

        @Test(
            "S06 a request goes out verbatim",
            arguments: [
                "/v1/a%2Fb/%E2%82%AC?q=a%20b&c=%2B", "/", "/?", "/a//b/", "/a?b=c?d", "/%25", "?x=1",
            ]
        )
        func goesOutVerbatim(target: String) async throws {
            let peer = try FaultPeer.answering { $1.answer() }
            defer { peer.stop() }
            var request = RequestKind.write.request(to: peer.url, path: target)
            request.headers.append(HTTPField(name: try #require(.init("X-Twice")), value: "1"))
            request.headers.append(HTTPField(name: try #require(.init("X-Twice")), value: "2"))
            _ = try await transport.send(request)
            let sent = try #require(peer.requests.first)
            #expect(sent.target == (target.hasPrefix("?") ? "/" + target : target))
            #expect(sent.method == "POST")
            #expect(sent.text == #"{"a":1}"#)
            #expect(sent.headers.filter { $0.name == "X-Twice" }.map(\.value) == ["1", "2"])
            let names = Set(sent.headers.map { $0.name.lowercased() })
            #expect(names == ["host", "content-length", "content-type", "x-twice"])
        }

        @Test("A body that is empty or missing announces no bytes", arguments: [nil, []] as [[UInt8]?])
        func emptyBody(body: [UInt8]?) async throws {
            let peer = try FaultPeer.answering { $1.answer() }
            defer { peer.stop() }
            var request = RequestKind.write.request(to: peer.url)
            request.body = body
            _ = try await transport.send(request)
            #expect(peer.requests.first?.header("content-length") ?? "0" == "0")
        }

        @Test("A body of 9 MB arrives whole")
        func largeBody() async throws {
            let peer = try FaultPeer.answering { $1.answer() }
            defer { peer.stop() }
            var request = RequestKind.write.request(to: peer.url)
            let body = (0..<9_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            request.body = body
            _ = try await transport.send(request)
            #expect(peer.requests.first?.body == body)
        }

        @Test("Repeated headers are all kept, and odd ones harm nothing")
        func repeatedHeaders() async throws {
            let lines = "x-a: 1\r\nX-A: 2\r\nSet-Cookie: a=b\r\nSet-Cookie: c=d\r\nX-High: \u{E9}\u{FF}\r\nX-Empty:\r\n"
            let peer = try FaultPeer.answering { _, connection in
                connection.write("HTTP/1.1 200 OK\r\n\(lines)Content-Length: 2\r\n\r\n{}")
            }
            defer { peer.stop() }
            let headers = try await transport.send(RequestKind.read.request(to: peer.url)).headers
            #expect(headers[values: try #require(.init("X-A"))] == ["1", "2"])
            #expect(headers[values: .setCookie] == ["a=b", "c=d"])
        }

        @Test(
            "F19 F24 answers without a body",
            arguments: [
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 204 No Content\r\n\r\n",
                "HTTP/1.1 304 Not Modified\r\n\r\n",
            ]
        )
        func noBody(answer: String) async throws {
            let peer = try FaultPeer.answering { $1.write(answer) }
            defer { peer.stop() }
            for _ in 0..<2 {
                #expect(try await transport.send(RequestKind.read.request(to: peer.url)).body.isEmpty)
            }
        }

        @Test("F18 103 and 100 before the answer are passed over")
        func informational() async throws {
            let peer = try FaultPeer.answering { _, connection in
                connection.write(String(repeating: "HTTP/1.1 100 Continue\r\n\r\n", count: 100))
                connection.write("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n")
                return connection.answer()
            }
            defer { peer.stop() }
            #expect(try await transport.send(RequestKind.read.request(to: peer.url)).status == 200)
        }

        @Test("F20 a page where JSON is expected is an answer like any other")
        func captivePortal() async throws {
            let peer = try FaultPeer.answering { _, connection in
                connection.answer(200, "<html>Log in</html>", headers: [("Content-Type", "text/html")])
            }
            defer { peer.stop() }
            let response = try await transport.send(RequestKind.read.request(to: peer.url))
            #expect(response.headers[.contentType] == "text/html")
            #expect(response.body == Array("<html>Log in</html>".utf8))
        }

        @Test("F31 a cookie is not sent back")
        func cookies() async throws {
            let peer = try FaultPeer.answering { _, connection in
                connection.answer(headers: [("Set-Cookie", "session=1; Path=/")])
            }
            defer { peer.stop() }
            for _ in 0..<3 { _ = try await transport.send(RequestKind.read.request(to: peer.url)) }
            #expect(peer.requests.count == 3)
            #expect(peer.requests.allSatisfy { $0.header("cookie") == nil })
        }

        @Test("F32 nothing is cached", arguments: [nil, "max-age=60"])
        func caching(control: String?) async throws {
            let peer = try FaultPeer.answering { _, connection in
                connection.answer(headers: control.map { [("Cache-Control", $0)] } ?? [])
            }
            defer { peer.stop() }
            for _ in 0..<2 { _ = try await transport.send(RequestKind.read.request(to: peer.url)) }
            #expect(peer.requests.count == 2)
        }

        @Test("F33 a 401 that asks for Basic is the answer, and nothing is sent again", arguments: RequestKind.allCases)
        func challenge(kind: RequestKind) async throws {
            let peer = try FaultPeer.answering { _, connection in
                connection.answer(401, headers: [("WWW-Authenticate", "Basic realm=\"x\"")])
            }
            defer { peer.stop() }
            #expect(try await transport.send(kind.request(to: peer.url)).status == 401)
            #expect(peer.requests.count == 1)
        }

        @Test("F39 an answer in writes of one byte, and split at every offset")
        func splitWrites() async throws {
            let answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"
            let peer = try FaultPeer { connection in
                let bytes = Array(answer.utf8)
                connection.readRequest()
                connection.drip(answer, everyMilliseconds: 1)
                for offset in 1..<bytes.count where connection.readRequest() != nil {
                    connection.write(Array(bytes[..<offset]))
                    connection.pause(milliseconds: 1)
                    connection.write(Array(bytes[offset...]))
                }
                connection.waitForEnd()
            }
            defer { peer.stop() }
            for _ in 0..<answer.utf8.count {
                #expect(try await transport.send(RequestKind.read.request(to: peer.url)).body == Array("{}".utf8))
            }
        }
    }
}
