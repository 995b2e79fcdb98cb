import FaultPeer
import Synchronization
import WaybillRuntime

/// A transport while it is being checked, the servers that it meets, and what it did wrong.
final class TransportTrial: Sendable {
    /// A request that went out to a server of the trial, and how it ended.
    private struct Claim {
        /// Port and path; the server itself would stay open until the end.
        let place: String
        let mayHaveArrived: Bool
    }

    private struct State {
        var faults: [String] = []
        var peers: [FaultPeer] = []
        var claims: [Claim] = []
        var requestCount = 0
    }

    let transport: any Transport
    /// Makes another transport of the same kind.
    let makeTransport: @Sendable () throws -> any Transport
    let patience: Duration
    private let state = Mutex(State())

    init(patience: Duration, making makeTransport: @escaping @Sendable () throws -> any Transport) throws {
        self.patience = patience
        self.makeTransport = makeTransport
        transport = try makeTransport()
    }

    /// Takes the steps of a check; gives what went wrong in them.
    func faults(after steps: TransportCheck.Steps) async throws -> [String] {
        let result: Result<Void, any Error>
        do {
            result = .success(try await steps(self))
        } catch is PeerIsLate {
            result = .success(record("expected what the server waits for; nothing of it came"))
        } catch {
            result = .failure(error)
        }
        for peer in state.withLock({ $0.peers }) { peer.stop() }
        try result.get()
        compareClaims()
        return state.withLock { $0.faults }
    }

    // MARK: Servers

    /// A server that ends with the trial.
    func peer(serving script: @escaping @Sendable (PeerConnection) -> Void) throws -> FaultPeer {
        let peer = try FaultPeer(serving: script)
        state.withLock { $0.peers.append(peer) }
        return peer
    }

    /// A server that ends with the trial and answers each request of each connection in turn.
    func peer(
        answering answer: @escaping @Sendable (PeerRequest, PeerConnection) -> Bool
    ) throws -> FaultPeer {
        try peer { connection in
            while let request = connection.readRequest(), answer(request, connection) {}
        }
    }

    /// A path that no other request of the trial has.
    func path() -> String {
        let count = state.withLock { state in
            state.requestCount += 1
            return state.requestCount
        }
        return "/v1/things/\(count)"
    }

    // MARK: Faults

    func record(_ fault: String) {
        state.withLock { $0.faults.append(fault) }
    }

    func expect(_ isRight: Bool, _ fault: @autoclosure () -> String) {
        if !isRight { record(fault()) }
    }

    func expect<Value: Equatable>(_ what: @autoclosure () -> String, _ value: Value, is expected: Value) {
        if value != expected { record("\(what()): expected \(expected); came \(value)") }
    }

    /// Holds what the transport says of a request against what the server receives, now and later.
    func note(_ outcome: TransportOutcome, of request: TransportRequest, to peer: FaultPeer) {
        guard request.url.hasPrefix(peer.url) else { return }
        let path = String(request.url.dropFirst(peer.url.count))
        let claim = Claim(place: "\(peer.port)\(path)", mayHaveArrived: outcome.mayHaveArrived)
        state.withLock { $0.claims.append(claim) }
    }

    /// Nothing may arrive more often than it was sent, nor what is said to have never been sent.
    private func compareClaims() {
        var limits: [String: Int] = [:]
        var counts: [String: Int] = [:]
        for claim in state.withLock({ $0.claims }) {
            limits[claim.place, default: 0] += claim.mayHaveArrived ? 1 : 0
        }
        for peer in state.withLock({ $0.peers }) {
            for request in peer.requests { counts["\(peer.port)\(request.target)", default: 0] += 1 }
        }
        for (place, limit) in limits.sorted(by: { $0.key < $1.key }) {
            let count = counts[place] ?? 0
            let path = place.drop { $0 != "/" }
            expect(count <= limit, "\(path): expected at the server at most \(limit) times; came \(count) times")
        }
    }
}
