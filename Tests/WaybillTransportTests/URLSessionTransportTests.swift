import Testing
import WaybillRuntime
import WaybillTransportTesting
import WaybillURLSessionTransport

extension SocketTests {
    /// The transport of Apple platforms, compiled and run on Linux so that something here does so.
    ///
    /// It is held against the checks below, and not against those that have FoundationNetworking 6.3 end the process on
    /// Linux: an answer that ends without a response (F05, F06, F18), a body without a status line (F17) and what is no
    /// HTTP at all (F11, F12, F14 to F16, F34), whole calls that meet these, and checks that have them among others (F41,
    /// T11). It adds header fields of its own (S06), and has no connect limit (T01). The other checks have not been tried.
    @Suite struct URLSessionTransportTests {
        private static let transport = URLSessionTransport()

        /// The checks that it is held against, by the beginning of their descriptions.
        private static let checks = [
            "S05 a method", "S11", "F01", "F04", "F07", "F08", "F09 a body that", "F10", "F24", "F25 a body", "F26",
            "F28", "F31", "F32", "F35 a server", "P01", "C01", "C02", "C04", "C06", "C12", "T05 cancelled", "R02 F08",
            "R02 F09 a 200", "R02 F10 a 200", "R02 F25",
        ]

        /// Faults of FoundationNetworking on Linux, by the beginning of the descriptions of the checks that find them.
        private static let faults = [
            "F26": "a task that is cancelled inside a body reads on until the body ends",
            "F28 a redirect to itself": "a redirect without a usable target ends the task without its answer",
            "F35 a server": "a POST whose kept connection was closed is not always told its end",
        ]

        @Test(
            "It keeps a transport's promises",
            arguments: TransportCheck.all.filter { check in checks.contains { check.description.hasPrefix($0) } }
        )
        func promises(check: TransportCheck) async throws {
            #if os(Linux)
            if let fault = Self.faults.first(where: { check.description.hasPrefix($0.key) })?.value {
                return await withKnownIssue("\(fault)", isIntermittent: true) {
                    try await check.run(against: Self.transport, patience: .seconds(5))
                }
            }
            #endif
            try await check.run(against: Self.transport)
        }
    }
}
