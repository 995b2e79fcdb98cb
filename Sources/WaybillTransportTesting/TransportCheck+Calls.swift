import FaultPeer
@_spi(Generated) import WaybillRuntime

extension TransportCheck {
    /// Whole calls through a client: what the retry matrix says of each outcome and each kind of request.
    static let calls = [statusCalls, refusedCalls] + faultCalls

    private static let statusCalls = TransportCheck("R02", "each status from 200 to 599 decides as the matrix says") {
        trial in
        for call in PeerCall.allCases {
            for row in RetryMatrix.standard {
                for status in row.statuses { try await expectStatus(status, row, call, trial) }
            }
        }
    }

    private static func expectStatus(
        _ status: Int,
        _ row: RetryMatrix.Row,
        _ call: PeerCall,
        _ trial: TransportTrial
    ) async throws {
        let name = "\(call), \(status)"
        let peer = try FaultPeer.answering { _, connection in
            [204, 304].contains(status)
                ? connection.write("HTTP/1.1 \(status) X\r\n\r\n") : connection.answer(status)
        }
        // There are too many to keep them until the trial ends.
        defer { peer.stop() }
        let failure = try await trial.client(of: peer).failure(of: call)
        guard (200...299).contains(status) else { return trial.expect(failure, of: call, at: peer, row, name) }
        trial.expect("\(name), requests at the server", peer.requests.count, is: 1)
        trial.expect(
            failure.map { $0.delivery == .accepted } ?? true,
            "\(name): expected a success; came \(failure as Any)"
        )
    }

    private static let refusedCalls = TransportCheck("R02 F01", "a refused port is tried again by every kind of call") {
        trial in
        for call in PeerCall.allCases {
            let url = "http://127.0.0.1:\(try LoopbackPorts.unused())"
            let failure = try await PeerClient(url: url, transport: trial.transport).failure(of: call)
            trial.expect("\(call), attempts", failure?.attempts, is: PeerClient.attempts)
            trial.expect("\(call), delivery", failure?.delivery, is: RetryMatrix.neverSent.write)
        }
    }

    private static let faultCalls = WireFault.all.map { fault in
        TransportCheck("R02 \(fault.id)", "a call that meets \(fault.title) is repeated as the matrix says") { trial in
            for call in PeerCall.allCases {
                let peer = try trial.peer(serving: fault.serve)
                let failure = try await trial.client(of: peer).failure(of: call)
                let row = fault.status.flatMap(RetryMatrix.row) ?? RetryMatrix.unknown
                if fault.stages.contains(.neverSent) {
                    let attempts = failure?.attempts ?? 0
                    let expected = row.isSentAgain(call.resend) ? [3] : [1, 2, 3]
                    trial.expect(
                        expected.contains(attempts),
                        "\(call): expected \(expected) attempts; came \(attempts)"
                    )
                    trial.expect("\(call), whole requests at the server", peer.requests.count, is: 0)
                } else {
                    trial.expect(failure, of: call, at: peer, row, "\(call)")
                }
            }
        }
    }
}
