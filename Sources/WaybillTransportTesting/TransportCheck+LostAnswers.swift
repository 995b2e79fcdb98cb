import FaultPeer
@_spi(Generated) import WaybillRuntime
import WaybillTesting

extension TransportCheck {
    /// A success stays a success: nothing is sent again once a 2xx has come, whatever becomes of its body.
    static let lostAnswers = lostSuccesses + [tooLarge, otherStatuses]

    /// More attempts than any client makes by itself.
    private static let insistence = 9

    private static let lostSuccesses = AnswerLoss.all.map { loss in
        TransportCheck("R02 \(loss.id)", "a 200 whose body is lost (\(loss.title)): one request, accepted") { trial in
            for call in PeerCall.allCases {
                let peer = try trial.peer { loss.serve(200, $0) }
                let failure = try await trial.client(of: peer, attempts: insistence).failure(of: call)
                trial.expectAccepted(failure, "\(call)", requests: peer.requests.count)
                guard case .transport = failure?.kind else {
                    trial.record("\(call): expected a transport's error; came \(failure as Any)")
                    continue
                }
            }
        }
    }

    private static let tooLarge = TransportCheck("R02 F25", "a 201 that is too large: one request, accepted") { trial in
        for call in PeerCall.allCases {
            let peer = try trial.peer {
                $1.answer(201, "[]", headers: [("X-Request-Id", "req_1"), ("X-Remaining", "7")])
            }
            let failure = try await trial.client(of: peer, attempts: insistence, limit: 1).failure(of: call)
            // Of the body there may be its first byte.
            guard (failure?.http?.text.count ?? 0) <= 1 else {
                return trial.record("\(call): expected no more than the limit")
            }
            trial.expect("\(call), delivery", failure?.delivery, is: .accepted)
            trial.expect("\(call), status", failure?.http?.status, is: 201)
            trial.expect("\(call), request id", failure?.http?.requestID, is: "req_1")
            trial.expect("\(call), requests at the server", peer.requests.count, is: 1)
        }
    }

    private static let otherStatuses = TransportCheck(
        "R02 F09",
        "a failure whose body is lost decides as a whole one does"
    ) {
        trial in
        for status in [503, 400, 429] {
            for call in PeerCall.allCases {
                let peer = try trial.peer { AnswerLoss.cutShort.serve(status, $0) }
                let failure = try await trial.client(of: peer).failure(of: call)
                guard let row = RetryMatrix.row(status) else { continue }
                trial.expect(failure, of: call, at: peer, row, "\(call), \(status)")
                trial.expect("\(call), \(status), status", failure?.status, is: status)
                trial.expect("\(call), \(status), request id", failure?.http?.requestID, is: "req_1")
            }
        }
    }
}
