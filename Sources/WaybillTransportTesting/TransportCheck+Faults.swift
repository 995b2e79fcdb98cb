import FaultPeer
import HTTPTypes
import WaybillRuntime

extension TransportCheck {
    /// What a server does wrong on the wire, with each kind of request; then as a whole call meets it.
    static let faults = WireFault.all.map { fault in
        TransportCheck(fault.id, fault.title) { trial in
            let peer = try trial.peer(serving: fault.serve)
            for (index, kind) in RequestKind.allCases.enumerated() {
                let reasons = fault.reasons.union([.other])
                await trial.send(kind, to: peer).expectFailure(fault.stages, reasons)
                trial.expect("\(kind), connections so far", peer.connectionCount, is: index + 1)
            }
            await expectSecrecy(of: fault, in: trial)
        }
    }

    /// Nothing of a request shows in what is said of its failure.
    private static func expectSecrecy(of fault: WireFault, in trial: TransportTrial) async {
        guard let peer = try? trial.peer(serving: fault.serve) else { return }
        var request = RequestKind.keyedPost.request(to: peer.url, path: "/v1?token=canary-query")
        request.headers[.authorization] = "Bearer canary-header"
        request.body = Array(#"{"text":"canary-body"}"#.utf8)
        guard let error = await trial.send(request, to: peer).error else { return }
        var dumped = ""
        dump(error, to: &dumped)
        trial.expect(
            !(dumped + error.description).contains("canary"),
            "expected nothing of the request; came \(error)"
        )
    }
}
