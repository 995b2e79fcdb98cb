import FaultPeer
import WaybillRuntime
import WaybillTesting

extension TransportCheck {
    /// One transport that meets faults in random order, and then has a hundred good answers.
    ///
    /// ``all`` has one of 200 faults.
    /// - Parameters:
    ///   - calls: How many faults it meets.
    ///   - seed: What the order follows from.
    public static func endurance(calls: Int, seed: UInt64 = 41) -> TransportCheck {
        TransportCheck("F41", "\(calls) faults in random order, then a hundred answers") { trial in
            var numbers = SplitMix64(seed: seed)
            let nuisances = WireFault.all.map(Nuisance.fault) + Nuisance.surroundings
            let order = (0..<calls).map { _ in nuisances.indices.randomElement(using: &numbers) ?? 0 }
            let peer = try trial.peer { connection in
                while let request = connection.readRequest() {
                    let words = request.target.split(separator: "/")
                    guard let index = words.dropFirst().first.flatMap({ Int($0) }), words.first == "bad" else {
                        connection.answer(200, request.target)
                        continue
                    }
                    guard nuisances[index].serve(request, connection) else { return }
                }
            }
            for (index, choice) in order.enumerated() {
                let request = RequestKind.allCases[index % 3].request(to: peer.url, path: "/bad/\(choice)/\(index)")
                try await meet(nuisances[choice], request, isCancelled: index % 16 == 15, at: peer, trial)
                await expectEcho(
                    "/good/between/\(index)",
                    RequestKind.allCases[index / 3 % 3],
                    peer,
                    trial,
                    mayFail: true
                )
            }
            // They meet what the last fault left behind.
            for kind in RequestKind.allCases { await expectEcho("/good/\(kind)", kind, peer, trial, mayFail: true) }
            for index in 0..<100 {
                await expectEcho("/good/\(index)", RequestKind.allCases[index % 3], peer, trial)
            }
        }
    }

    private static func meet(
        _ nuisance: Nuisance,
        _ request: TransportRequest,
        isCancelled: Bool,
        at peer: FaultPeer,
        _ trial: TransportTrial
    ) async throws {
        guard !isCancelled else {
            _ = try await trial.send(request, to: peer) { try await Task.sleep(for: .milliseconds(1)) }
            return
        }
        let sent = await trial.send(request, to: peer, as: nuisance.title)
        switch nuisance {
        case .fault(let fault): sent.expectFailure(fault.stages)
        case .surrounding: expectEcho(sent, String(request.url.dropFirst(peer.url.count)), mayFail: true)
        }
    }

    private static func expectEcho(
        _ path: String,
        _ kind: RequestKind,
        _ peer: FaultPeer,
        _ trial: TransportTrial,
        mayFail: Bool = false
    ) async {
        expectEcho(await trial.send(kind.request(to: peer.url, path: path), to: peer), path, mayFail: mayFail)
    }

    /// - Parameter mayFail: Whether the server may have closed the connection in the moment in which the request went out.
    private static func expectEcho(_ sent: SentRequest, _ path: String, mayFail: Bool) {
        guard mayFail, sent.response == nil else { return sent.expectAnswer(body: path) }
        sent.expectFailure([.neverSent, .unknown])
    }
}
