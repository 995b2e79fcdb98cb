@_spi(Generated) import WaybillRuntime
import WaybillTransport
import WaybillTransportTesting

extension PeerClient {
    /// A client over the platform's transport.
    init(
        url: String,
        timeouts: Timeouts = Timeouts(attempt: .seconds(600)),
        clock: RuntimeClock = .system
    ) throws(ConfigurationError) {
        try self.init(url: url, timeouts: timeouts, clock: clock, transport: DefaultTransport.shared)
    }
}
