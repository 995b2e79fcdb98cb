import Testing
import WaybillTransportTesting

@_spi(Generated) @testable import WaybillRuntime

@Suite struct RetryMatrixTests {
    private typealias Method = OperationDefinition.Method

    private static let methods: [Method] = [.get, .head, .put, .delete, .post, .patch]

    /// What an operation may by default, given its method and whether it has a key.
    private static func resend(_ method: Method, hasKey: Bool) -> ResendPolicy {
        if hasKey { return .keyed }
        return [.post, .patch].contains(method) ? .never : .safe
    }

    @Test("R01 400 statuses × 6 methods × key × Retry-After: 9,600 cells for each plan", arguments: 0..<3)
    func matrix(plan: Int) {
        let (plan, rows) = RetryMatrix.plans[plan]
        var cells = 0
        for row in rows {
            for status in row.statuses {
                for method in Self.methods {
                    let isRead = method == .get || method == .head
                    let delivery = DeliveryCertainty(status: status, method: method)
                    #expect(delivery == (isRead ? row.read : row.write), "\(status) \(method)")
                    cells += Self.faults(status, method, row, plan)
                }
            }
        }
        #expect(cells == 9_600)
        #expect(rows.map(\.statuses.count).reduce(0, +) == 400)
    }

    /// Checks the four cells of a status and a method, for whole answers and for those that broke off; gives their
    /// number.
    private static func faults(_ status: Int, _ method: Method, _ row: RetryMatrix.Row, _ plan: RetryPlan) -> Int {
        let broken = TransportError(progress: .answered(TransportResponse(status: status)), reason: .reset)
        let outcomes = [
            AttemptOutcome.answered(status: status, isReplayed: false), AttemptOutcome(broken, .transport),
        ]
        var cells = 0
        for hasKey in [false, true] {
            let resend = resend(method, hasKey: hasKey)
            for wait in [nil, Duration.seconds(1)] {
                for outcome in outcomes {
                    let rule = RetryRule(plan: plan, resend: resend)
                    let decision = RetryDecision.after(outcome, attempt: 1, under: rule, retryAfter: wait)
                    let isExpected = row.isSentAgain(resend)
                    #expect((decision != .stop) == isExpected, "\(status) \(method) \(resend) \(outcome)")
                }
                cells += 1
            }
        }
        return cells
    }

    @Test("R01 a documented operation decides as a safe one does, for every status")
    func documented() {
        for (plan, _) in RetryMatrix.plans {
            for status in 200...599 {
                let outcome = AttemptOutcome.answered(status: status, isReplayed: false)
                let decisions = [ResendPolicy.safe, .documented].map {
                    RetryDecision.after(outcome, attempt: 1, under: RetryRule(plan: plan, resend: $0))
                }
                #expect(decisions[0] == decisions[1], "\(status)")
            }
        }
    }
}
