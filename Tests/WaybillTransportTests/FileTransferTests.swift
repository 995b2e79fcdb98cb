import FaultPeer
import Foundation
import Testing
@_spi(Generated) import WaybillRuntime
import WaybillTransport
import WaybillTransportTesting

extension SocketTests {
    /// Files in and out over the default transport, as a client does it.
    @Suite struct FileTransferTests {
        private static let content = (0..<5_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }

        private let folder: URL

        init() throws {
            folder = FileManager.default.temporaryDirectory.appendingPathComponent("files-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }

        private func client(of peer: FaultPeer) throws -> PeerClient {
            try PeerClient(url: peer.url, transport: DefaultTransport.shared)
        }

        private static let download = APIRequest<PeerClient, [UInt8]>(
            OperationDefinition(id: "files.get", method: .get, path: "/v1/file", resend: .safe, accept: "*/*"),
            answer: .bytes
        )

        @Test("A file goes out from the disk, and an answer comes onto it, byte for byte")
        func roundTrip() async throws {
            defer { try? FileManager.default.removeItem(at: folder) }
            let (source, target) = (folder.appendingPathComponent("a"), folder.appendingPathComponent("b"))
            try Data(Self.content).write(to: source)
            let peer = try FaultPeer { connection in
                while let request = connection.readRequest() {
                    let body = request.method == "GET" ? Self.content : []
                    let head = "HTTP/1.1 200 OK\r\nContent-Length: \(body.count)\r\n\r\n"
                    guard connection.write(Array(head.utf8) + body) else { return }
                }
            }
            defer { peer.stop() }
            var upload = APIRequest<PeerClient, NoContent>(
                OperationDefinition(
                    id: "files.put",
                    method: .post,
                    path: "/v1/file",
                    resend: .never,
                    encoding: .multipart
                )
            )
            upload.setBody { writer, _ in
                writer.beginObject()
                writer.endObject()
            }
            upload.addFile("file", try FormFile(contentsOf: source), argument: "file")
            _ = try await client(of: peer).send(upload)
            let arrived = try #require(peer.requests.first)
            let start = try #require(arrived.body.firstRange(of: Array("\r\n\r\n".utf8))?.upperBound)
            #expect(arrived.body[start...].starts(with: Self.content))
            #expect(arrived.header("content-length") == "\(arrived.body.count)")
            let answer = try await client(of: peer).download(Self.download, to: target)
            #expect(answer.value == Self.content.count)
            #expect(try Data(contentsOf: target) == Data(Self.content))
        }

        @Test("An answer that breaks off leaves no file")
        func brokenOff() async throws {
            defer { try? FileManager.default.removeItem(at: folder) }
            let peer = try FaultPeer { connection in
                connection.readRequest()
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: 5000000\r\n\r\n")
                connection.write([UInt8](repeating: 7, count: 1_000_000))
                // Time for what came to be handed on, so that nothing is sent again.
                connection.pause(milliseconds: 500)
            }
            defer { peer.stop() }
            let error = await #expect(throws: PeerError.self) {
                try await client(of: peer).download(Self.download, to: folder.appendingPathComponent("a"))
            }
            #expect(error?.report.delivery == .accepted && error?.report.attempts == 1)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }
}
