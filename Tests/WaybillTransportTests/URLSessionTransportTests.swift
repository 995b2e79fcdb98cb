import Testing
import WaybillTransportTesting
import WaybillURLSessionTransport

extension SocketTests {
    /// The transport of Apple platforms, compiled and run on Linux so that something here does so.
    ///
    /// It is held against every check but those that find a ``SessionFault``. Nor is it held against
    /// `TransportCheck.proxies`: the system's settings hold on Apple platforms, and on Linux the session reads the environment.
    @Suite struct URLSessionTransportTests {
        private static let transport = URLSessionTransport()

        private static var faults: [SessionFault] {
            #if os(Linux)
            SessionFault.everywhere + SessionFault.onLinux
            #else
            SessionFault.everywhere
            #endif
        }

        private static let checks = TransportCheck.all.filter { check in !faults.contains { $0.isFound(by: check) } }

        @Test("It keeps a transport's promises", arguments: checks)
        func promises(check: TransportCheck) async throws {
            try await check.run(against: Self.transport)
        }

        @Test("A fault is found by checks that there are", arguments: SessionFault.everywhere + SessionFault.onLinux)
        func exceptions(fault: SessionFault) {
            for beginning in fault.checks {
                #expect(TransportCheck.all.contains { $0.description.hasPrefix(beginning) }, "\(beginning)")
            }
        }
    }
}
