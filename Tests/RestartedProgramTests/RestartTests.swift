import FaultPeer
import Foundation
import Synchronization
import TestSupport
import Testing

/// What becomes of one message when the program that sends it ends on the way, and is started again.
@Suite(.serialized, .timeLimit(.minutes(5))) struct RestartTests {
    /// A server that knows idempotency keys, and does not answer at first.
    private final class Server: Sendable {
        let isAnswering = Mutex(false)
        let messages = Mutex<[String: String]>([:])

        func serve(_ connection: PeerConnection, resetting: Bool) {
            while let request = connection.readRequest() {
                let key = request.header("Idempotency-Key") ?? ""
                let id = messages.withLock { messages in
                    if messages[key] == nil { messages[key] = "tx_\(messages.count + 1)" }
                    return messages[key] ?? ""
                }
                if isAnswering.withLock({ $0 }) {
                    connection.answer(200, #"{"success":true,"data":{"tracking_id":"\#(id)","status":"sent"}}"#)
                } else if resetting {
                    return connection.reset()
                } else {
                    connection.waitForEnd()
                }
            }
        }
    }

    @Test(
        "A request that was kept goes out after a restart with the same bytes under the same key: one message",
        arguments: [("fill", 0), ("send", 1), ("lose", 1)]
    )
    func restart(step: String, arrivals: Int) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "restart-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let server = Server()
        let peer = try FaultPeer { server.serve($0, resetting: step == "lose") }
        defer { peer.stop() }

        let first = try ProgramRun(step, in: folder, url: peer.url)
        if step == "send" {
            try await peer.waitUntil { $0.requests.count == 1 }
            first.crash()
        }
        _ = try await first.printed()
        #expect(peer.requests.count == arrivals)
        let kept = try String(contentsOf: folder.appending(path: "request.json"), encoding: .utf8)
        #expect(!kept.contains("walk_live"))

        server.isAnswering.withLock { $0 = true }
        let second = try ProgramRun("resend", in: folder, url: peer.url)
        #expect(try await second.printed() == "tx_1\n")
        #expect(peer.requests.count == arrivals + 1)
        #expect(Set(peer.requests.map(\.body)).count == 1)
        #expect(Set(peer.requests.map { $0.header("Idempotency-Key") }).count == 1)
        #expect(peer.requests.allSatisfy { $0.header("Authorization") == "Bearer walk_live_restarted.secret" })
        let messages = server.messages.withLock(\.count)
        Figure.tell(
            "a kept request is sent once, over a restart of the program: it ends after `\(step)`",
            "\(peer.requests.count) requests under one key, \(messages) message"
        )
        #expect(messages == 1)
        #expect(peer.requests[0].text.contains(#""name":"Zoë \"Z\" 👩‍👩‍👧""#))
    }
}
