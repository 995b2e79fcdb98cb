#if os(Linux)
import FaultPeer
import Foundation
@_spi(Generated) import WaybillRuntime
@testable import WaybillTransport
import WaybillTransportTesting

/// Measures what bad connections do to many calls, and prints it as a table.
struct ConnectionFigures {
    /// One measurement.
    struct Row {
        let title: String
        let calls: Int
        let failures: [String: FailureReport]
        /// The paths of the requests that the server received, each as often as it did; nil where it does not count.
        var received: [String]?

        var failed: Int { failures.count }

        /// How many calls are told to have perhaps been carried out.
        var unknown: Int { failures.values.count { $0.delivery == .unknown } }

        /// How many of those the server never saw.
        var unknownNotReceived: Int? {
            received.map { paths in
                let paths = Set(paths)
                return failures.count { $0.value.delivery == .unknown && !paths.contains($0.key) }
            }
        }

        /// How many calls the server received more than once.
        var receivedTwice: Int? { received.map { $0.count - Set($0).count } }
    }

    /// How many calls each measurement of kept connections makes.
    let calls: Int

    /// The measurements, in the order of the table.
    func rows() async throws -> [Row] {
        var rows = [
            try await handshakes("200 calls at once, one handshake closed, 1 attempt", 200, maxAttempts: 1) {
                $0 == 7 ? nil : .nameAndAddress
            },
            try await handshakes("200 calls at once, one wrong certificate, 1 attempt", 200, maxAttempts: 1) {
                $0 == 7 ? .otherName : .nameAndAddress
            },
            try await handshakes("200 calls at once, 1 handshake of 20 closed, 1 attempt", 200, maxAttempts: 1) {
                $0 % 20 == 7 ? nil : .nameAndAddress
            },
            try await handshakes("200 calls at once, 1 handshake of 20 closed, 3 attempts", 200, maxAttempts: 3) {
                $0 % 20 == 7 ? nil : .nameAndAddress
            },
        ]
        for call in [PeerCall.keyedPost, .unkeyedPost] {
            rows.append(
                try await kept("server closes after 3 requests", call) { connection in
                    for _ in 0..<3 where connection.readRequest() != nil { connection.answer() }
                }
            )
            rows.append(
                try await kept("server closes after 20 ms of silence", call, pause: .milliseconds(20)) { connection in
                    guard connection.readRequest() != nil, connection.answer() else { return }
                    while connection.readRequest(beginningWithin: 20) != nil, connection.answer() {}
                }
            )
        }
        return rows
    }

    private func handshakes(
        _ title: String,
        _ count: Int,
        maxAttempts: Int,
        _ identity: @escaping @Sendable (Int) -> TLSIdentity?
    ) async throws -> Row {
        let peer = try await TLSPeer(showing: identity)
        let transport = try NIOTransport(trusting: [.nameAndAddress, .otherName])
        let client = try PeerClient(url: peer.url, transport: transport)
        // A call that must not be repeated has a connection of its own, so that there are as many as calls.
        let batch = CallBatch(
            client: client,
            call: .unkeyedPost,
            count: count,
            atOnce: count,
            maxAttempts: maxAttempts
        )
        let row = Row(title: title, calls: count, failures: await batch.failures())
        try await peer.stop()
        return row
    }

    private func kept(
        _ title: String,
        _ call: PeerCall,
        pause: Duration? = nil,
        _ script: @escaping @Sendable (PeerConnection) -> Void
    ) async throws -> Row {
        let peer = try FaultPeer(limit: 4 * calls, serving: script)
        defer { peer.stop() }
        let client = try PeerClient(url: peer.url, transport: NIOTransport())
        let batch = CallBatch(client: client, call: call, count: calls, atOnce: 40, pause: pause)
        let failures = await batch.failures()
        let isKeyed = call == .keyedPost
        return Row(
            title: "\(title), \(isKeyed ? "with a key, 3 attempts" : "without a key")",
            calls: calls,
            failures: failures,
            received: peer.requests.map(\.target)
        )
    }

    /// The rows as a table.
    static func table(_ rows: [Row]) -> String {
        let heads = ["what", "calls", "failed", "unknown", "of these not received", "received twice"]
        let cells = rows.map { row in
            [row.title] + [row.calls, row.failed, row.unknown].map(String.init)
                + [row.unknownNotReceived, row.receivedTwice].map { $0.map(String.init) ?? "" }
        }
        let widths = heads.indices.map { column in ([heads] + cells).map { $0[column].count }.max() ?? 0 }
        return ([heads, widths.map { String(repeating: "-", count: $0) }] + cells).map { line in
            let padded = zip(line, widths).map { $0.padding(toLength: $1, withPad: " ", startingAt: 0) }
            return "| " + padded.joined(separator: " | ") + " |"
        }.joined(separator: "\n")
    }
}
#endif
