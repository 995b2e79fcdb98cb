import FaultPeer
@_spi(Generated) import WaybillRuntime

extension TransportTrial {
    /// A client that sends through the transport.
    func client(
        of peer: FaultPeer,
        attempts: Int = PeerClient.attempts,
        limit: Int = 10 << 20
    ) throws -> PeerClient {
        try PeerClient(
            url: peer.url,
            timeouts: Timeouts(attempt: patience),
            retry: .table(maxAttempts: attempts, delays: [.milliseconds(1)]),
            transport: transport,
            limit: limit
        )
    }

    /// Holds the failure of a call, and what a server received of it, against a row of the matrix.
    func expect(
        _ failure: FailureReport?,
        of call: PeerCall,
        at peer: FaultPeer,
        _ row: RetryMatrix.Row,
        _ name: String
    ) {
        guard let failure else { return record("\(name): expected a failure; came an answer") }
        let attempts = row.isSentAgain(call.resend) ? PeerClient.attempts : 1
        expect("\(name), attempts", failure.attempts, is: attempts)
        expect("\(name), delivery", failure.delivery, is: call == .get ? row.read : row.write)
        expect("\(name), requests at the server", peer.requests.count, is: attempts)
        expect("\(name), bodies", Set(peer.requests.map(\.text)).count, is: 1)
        expect("\(name), keys", Set(peer.requests.map { $0.header("idempotency-key") }).count, is: 1)
    }

    /// Holds the failure of a call against a success whose body was lost: one attempt, accepted, with all that came.
    func expectAccepted(_ failure: FailureReport?, _ name: String, status: Int = 200, requests: Int) {
        guard let failure else { return record("\(name): expected a failure; came an answer") }
        expect("\(name), requests at the server", requests, is: 1)
        expect("\(name), attempts", failure.attempts, is: 1)
        expect("\(name), delivery", failure.delivery, is: .accepted)
        expect("\(name), status", failure.http?.status, is: status)
        expect("\(name), request id", failure.http?.requestID, is: "req_1")
        expect("\(name), rate limit", failure.http?.rateLimit?.remaining, is: 7)
        let body = failure.http?.text ?? ""
        expect(AnswerLoss.beginning.hasPrefix(body), "\(name): expected the beginning of the body; came \(body)")
    }
}
