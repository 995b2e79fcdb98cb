import FaultPeer
import Synchronization
import WaybillRuntime

extension TransportCheck {
    /// What remains of a transport, and of its requests.
    static let lifetime = [released, descriptors]

    private static let released = TransportCheck("C12", "released with requests in flight: each ends, with its answer")
    {
        trial in
        let arrived = Mutex(0)
        let isReleased = Mutex(false)
        let peer = try trial.peer { request, connection in
            arrived.withLock { $0 += 1 }
            while !isReleased.withLock({ $0 }), connection.pause(milliseconds: 1) {}
            return connection.answer(200, request.target)
        }
        let requests = (0..<20).map { RequestKind.allCases[$0 % 3].request(to: peer.url, path: "/\($0)") }
        var transport: (any Transport)? = try trial.makeTransport()
        let tasks = requests.map { request in
            Task { [transport] in
                guard let transport else { return TransportOutcome.hung(after: .zero) }
                return await TransportOutcome(of: request, through: transport)
            }
        }
        try await peer.waitUntil { _ in arrived.withLock { $0 } == requests.count }
        transport = nil
        isReleased.withLock { $0 = true }
        for (index, (task, request)) in zip(tasks, requests).enumerated() {
            await trial.end(of: task, of: request, to: peer).expectAnswer(body: "/\(index)")
        }
    }

    private static let descriptors = TransportCheck(
        "T11",
        "two hundred faults and as many answers leave no descriptor open"
    ) {
        trial in
        guard let before = OpenDescriptors.count() else { return }
        for round in 0..<200 {
            let fault = WireFault.all[round % WireFault.all.count]
            let peer = try FaultPeer { connection in
                guard connection.index > 0 else { return fault.serve(connection) }
                if connection.readRequest() != nil { connection.answer() }
            }
            let kind = RequestKind.allCases[round % 3]
            for _ in 0..<2 { _ = await trial.send(kind, to: peer) }
            peer.stop()
        }
        // Other tests of this process open and close files meanwhile; a leak would be of one for each round.
        let limit = before + 50
        let after = try await OpenDescriptors.settled(atMost: limit) ?? 0
        trial.expect(after <= limit, "expected some \(before) descriptors; came \(after)")
    }
}
