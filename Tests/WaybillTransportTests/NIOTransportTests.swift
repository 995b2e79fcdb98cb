#if os(Linux)
import FaultPeer
import Foundation
import Testing
import WaybillRuntime
@testable import WaybillTransport
import WaybillTransportTesting

extension SocketTests {
    /// The default transport of Linux, held against what every transport has to do, and what it tells beyond that.
    @Suite struct NIOTransportTests {
        private static let transport = NIOTransport()

        @Test("It keeps a transport's promises", arguments: TransportCheck.all)
        func promises(check: TransportCheck) async throws {
            try await check.run(against: Self.transport)
        }

        @Test("F30 it uses no proxy of the environment")
        func proxies() async {
            await #expect(processExitsWith: .success) { try await TransportCheck.proxies.run(against: NIOTransport()) }
        }

        @Test("F41 2,000 faults, then a hundred answers", .enabled(if: calls != nil, "ENDURANCE_CALLS says how many"))
        func endurance() async throws {
            try await TransportCheck.endurance(calls: Self.calls ?? 0).run(against: NIOTransport())
        }

        private static let calls = ProcessInfo.processInfo.environment["ENDURANCE_CALLS"].flatMap(Int.init)

        @Test("F04-F18 it tells why a request failed", arguments: WireFault.all.indices, RequestKind.allCases)
        func reasons(index: Int, kind: RequestKind) async throws {
            let fault = WireFault.all[index]
            let peer = try FaultPeer(serving: fault.serve)
            defer { peer.stop() }
            let error = try #require(await Self.transport.failure(of: kind.request(to: peer.url)))
            #expect(fault.reasons.contains(error.reason), "\(fault.id) \(fault.title): \(error)")
        }
    }
}
#endif
