import WaybillTransportTesting

/// Holds a transport of the user's own against what every transport has to do.
enum TransportPromises {
    static func run(_ checks: inout Checks) async throws {
        var failures: [String: TransportCheckFailure] = [:]
        for check in TransportCheck.all where ["F01", "F31"].contains(check.id) {
            do {
                try await check.run(against: CannedTransport([]))
            } catch let failure as TransportCheckFailure {
                failures[check.id] = failure
            }
        }
        checks.expect(failures["F01"] == nil, "a transport that refuses everything does what a refused port asks for")
        let fault = failures["F31"]?.faults.first ?? ""
        checks.expect(fault.contains("expected an answer with status 200; came an error"), "and no more than that")
    }
}
