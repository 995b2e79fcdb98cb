import FaultPeer
import HTTPTypes
import Testing
@_spi(Generated) import WaybillRuntime
import WaybillTransportTesting

extension SocketTests {
    /// What a caller sees of odd answers; what is repeated after them is for `TransportCheck`.
    @Suite struct CallFaultTests {
        @Test("F09 a 503 cut short is made good by the next attempt", arguments: [PeerCall.get, .keyedPost])
        func cutShort(call: PeerCall) async throws {
            let peer = try FaultPeer { connection in
                connection.readRequest()
                guard connection.index > 0 else {
                    return _ = connection.write("HTTP/1.1 503 X\r\nContent-Length: 9\r\n\r\n{}")
                }
                connection.answer()
            }
            defer { peer.stop() }
            let response = try await PeerClient(url: peer.url).core.send(call.request)
            #expect(response.http.attempts == 2)
            #expect(peer.requests.count == 2)
        }

        @Test(
            "F20 a page where JSON is expected is an error with an excerpt, and not repeated",
            arguments: PeerCall.allCases
        )
        func captivePortal(call: PeerCall) async throws {
            let page = "<html>" + String(repeating: "Log in to the network. ", count: 500)
            let peer = try FaultPeer.answering { _, connection in
                connection.answer(200, page, headers: [("Content-Type", "text/html")])
            }
            defer { peer.stop() }
            let failure = try #require(await PeerClient(url: peer.url).failure(of: call))
            let excerpt = try #require(failure.undecodable?.excerpt)
            #expect(excerpt.hasPrefix("<html>Log in"))
            #expect(excerpt.utf8.count <= 1_024)
            #expect(failure.delivery == .accepted)
            #expect(peer.requests.count == 1)
        }

        @Test("F24 an empty 200 is an error, and not repeated", arguments: PeerCall.allCases)
        func emptyBody(call: PeerCall) async throws {
            let peer = try FaultPeer.answering { $1.answer(200, "") }
            defer { peer.stop() }
            let failure = try #require(await PeerClient(url: peer.url).failure(of: call))
            #expect(failure.undecodable != nil, "\(failure)")
            #expect(peer.requests.count == 1)
        }

        @Test("F27 a compressed answer that nobody asked for is unreadable, accepted, and not repeated")
        func compressed() async throws {
            // `gzip` of `{}`.
            let packed: [UInt8] = [
                0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xAB, 0xAE, 5, 0, 0x43, 0xBF, 0xA6, 0xA3, 2, 0, 0, 0,
            ]
            for encoding in ["gzip", "gzip, gzip", "br"] {
                let peer = try FaultPeer.answering { request, connection in
                    guard request.header("accept-encoding") == nil else { return connection.answer(500) }
                    let head =
                        "HTTP/1.1 200 OK\r\nContent-Encoding: \(encoding)\r\nContent-Length: \(packed.count)\r\n\r\n"
                    return connection.write(Array(head.utf8) + packed)
                }
                defer { peer.stop() }
                let failure = try #require(await PeerClient(url: peer.url).failure(of: .keyedPost))
                #expect(failure.undecodable != nil, "\(failure)")
                #expect(failure.delivery == .accepted)
                #expect(failure.http?.body == packed)
                #expect(peer.requests.count == 1)
            }
        }

        @Test(
            "F28 a redirect is an error that names status and host; the key stays here",
            arguments: [301, 302, 303, 307, 308]
        )
        func redirect(status: Int) async throws {
            let other = try FaultPeer.answering { $1.answer() }
            defer { other.stop() }
            let peer = try FaultPeer.answering { _, connection in
                connection.answer(status, "", headers: [("Location", "http://localhost:\(other.port)/x?token=1")])
            }
            defer { peer.stop() }
            for call in PeerCall.allCases {
                let failure = try #require(await PeerClient(url: peer.url).failure(of: call))
                #expect(failure.status == status)
                #expect(failure.message.contains("localhost"))
                #expect(failure.delivery == (call == .get ? .rejected : .unknown))
                #expect(!failure.description.contains("secret-key"))
            }
            #expect(peer.requests.count == PeerCall.allCases.count)
            #expect(other.connectionCount == 0)
        }

        @Test("F33 a 401 with a challenge is the typed 401, and asked for once", arguments: PeerCall.allCases)
        func challenge(call: PeerCall) async throws {
            let peer = try FaultPeer.answering { _, connection in
                connection.answer(401, #"{"message":"no"}"#, headers: [("WWW-Authenticate", "Basic realm=\"x\"")])
            }
            defer { peer.stop() }
            let failure = try #require(await PeerClient(url: peer.url).failure(of: call))
            #expect(failure.status == 401)
            #expect(peer.requests.count == 1)
        }

        @Test("F35 a peer that closes kept connections: reads and keyed writes succeed, others arrive once at most")
        func closedBetweenCalls() async throws {
            let peer = try FaultPeer { connection in
                connection.readRequest()
                connection.answer()
            }
            defer { peer.stop() }
            let client = try PeerClient(url: peer.url)
            for round in 0..<100 {
                for call in PeerCall.allCases {
                    do {
                        _ = try await client.core.send(call.request(path: "/\(call.rawValue)/\(round)"))
                    } catch {
                        #expect(call == .unkeyedPost && error.delivery == .unknown, "\(error)")
                    }
                }
            }
            let unkeyed = peer.requests.filter { $0.target.hasPrefix("/unkeyedPost/") }.map(\.target)
            #expect(Set(unkeyed).count == unkeyed.count)
            #expect(unkeyed.count >= 25)
        }
    }
}
