import FaultPeer
import Foundation
import WaybillRuntime

extension TransportCheck {
    /// The environment's proxies are not used.
    ///
    /// It is not one of ``all``, since it sets environment variables, and leaves them. Run it in a process of its own:
    ///
    /// ```swift
    /// @Test func proxies() async {
    ///     await #expect(processExitsWith: .success) { try await TransportCheck.proxies.run(against: MyTransport()) }
    /// }
    /// ```
    public static let proxies = TransportCheck("F30", "http_proxy, https_proxy and ALL_PROXY are not read") { trial in
        let sink = try trial.peer { $1.answer(502) }
        for name in ["http_proxy", "https_proxy", "all_proxy"] {
            setenv(name, sink.url, 1)
            setenv(name.uppercased(), sink.url, 1)
        }
        for name in ["no_proxy", "NO_PROXY"] { unsetenv(name) }
        // Only now, since what reads them may do so when it is made.
        let transport = try trial.makeTransport()
        let peer = try trial.peer { $1.answer() }
        for kind in RequestKind.allCases {
            await trial.send(kind.request(to: peer.url), to: peer, through: transport).expectAnswer(body: "{}")
            var secure = kind.request(to: "https://127.0.0.1:\(peer.port)")
            secure.connectTimeout = .milliseconds(300)
            _ = await trial.send(secure, to: nil, through: transport)
        }
        trial.expect("connections to the proxy", sink.connectionCount, is: 0)
    }
}
