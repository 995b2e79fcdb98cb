package import FaultPeer
package import WaybillRuntime
import WaybillTesting

/// Sends without an idempotency key to a peer that fails after it has read the request, and what came of them.
package struct UnkeyedSends {
    /// How the peer fails.
    package enum Fault: String, CaseIterable, Sendable {
        /// F35: it answers, and closes the kept connection.
        case closedBetweenCalls = "F35"
        /// F05: it reads the request and closes.
        case closedWithoutByte = "F05"
        /// F08: it resets inside the answer's body.
        case resetInBody = "F08"
        /// T02: it reads the request and never answers.
        case silence = "T02"

        /// What happens, in words.
        var title: String {
            switch self {
            case .closedBetweenCalls: "kept connections are closed"
            case .closedWithoutByte: "the server closes without a byte"
            case .resetInBody: "the answer is reset in its body"
            case .silence: "the server never answers"
            }
        }

        /// What it does with one connection.
        func serve(_ connection: PeerConnection, _ answer: String) {
            connection.readRequest()
            switch self {
            case .closedBetweenCalls: connection.answer(200, answer)
            case .closedWithoutByte: break
            case .resetInBody:
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":")
                connection.pause(milliseconds: 2)
                connection.reset()
            case .silence: connection.waitForEnd()
            }
        }
    }

    /// What the peer received.
    package let requests: [PeerRequest]
    private let fault: Fault
    private var outcomes: [DeliveryCertainty?: Set<String>] = [:]
    private var faults: [String] = []
    private static let rounds = 150

    /// Makes a client, and sends texts with it one after the other.
    /// - Parameter client: Makes what sends one text.
    package init(
        _ fault: Fault,
        answering answer: String,
        with client: (ClientConfiguration) throws -> @Sendable (String) async throws -> Void
    ) async throws {
        self.fault = fault
        let peer = try FaultPeer { fault.serve($0, answer) }
        defer { peer.stop() }
        let clock = ManualClock()
        let send = try client(ClientConfiguration(baseURL: peer.url, clock: clock.runtime))
        for round in 0..<Self.rounds {
            let text = "round \(round)"
            async let limit: Void = Self.passLimit(of: clock, round: round, fault == .silence ? peer : nil)
            do {
                try await send(text)
                outcomes[nil, default: []].insert(text)
            } catch let error as any APIError {
                outcomes[error.delivery, default: []].insert(text)
                if error.attempts > 1, error.delivery != .notSent { faults.append("sent again: \(error)") }
            }
            try await limit
        }
        requests = peer.requests
    }

    /// Moves the clock past the limit of an attempt once the peer has its request; without a peer it never passes.
    private static func passLimit(of clock: ManualClock, round: Int, _ peer: FaultPeer?) async throws {
        guard let peer else { return }
        try await peer.waitUntil { $0.requests.count > round }
        await clock.waitForSleeps()
        clock.advance(by: .seconds(120))
    }

    /// What is wrong, given the texts that were received: each at most once, and no error says otherwise.
    package func faults(received: [String]) -> [String] {
        let claims = [
            "a send arrived twice": Set(received).count == received.count,
            "too few arrived": received.count >= (fault == .silence ? Self.rounds : Self.rounds / 4),
            "a success never arrived": outcomes[nil, default: []].isSubset(of: received),
            "what was not sent arrived": outcomes[.notSent, default: []].isDisjoint(with: received),
            "a send was rejected": outcomes[.rejected] == nil,
            "a send succeeded": fault == .closedBetweenCalls || outcomes[nil] == nil,
        ]
        let twice = received.count - Set(received).count
        let lost = Self.rounds - outcomes.values.reduce(0) { $0 + $1.count }
        Figure.tell(
            "a send without a key arrives once at most: \(fault.title)",
            "\(Self.rounds) sends, \(twice) received twice, \(lost) without an outcome"
        )
        return faults + claims.filter { !$0.value }.keys.sorted()
    }
}
