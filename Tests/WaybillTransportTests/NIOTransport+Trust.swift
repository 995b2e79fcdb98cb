#if os(Linux)
import NIOSSL
@testable import WaybillTransport

extension NIOTransport {
    /// A transport with connections of its own, which trusts these certificates and no others.
    init(trusting identities: [TLSIdentity], settings: ConnectionSettings = ConnectionSettings()) throws {
        let tls = try ConnectionSettings.makeTLS(trusting: .certificates(identities.map { try $0.certificate }))
        var settings = settings
        settings.tls = { tls }
        self.init(settings: settings)
    }
}
#endif
