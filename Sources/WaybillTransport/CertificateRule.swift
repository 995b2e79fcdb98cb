#if os(Linux)
import NIOCore
import NIOSSL

/// What a server's certificate has to be beside valid: one for the host of the URL, with a key that nobody computes.
///
/// NIOSSL (2.37) checks names too, and is too generous: a certificate for the IP address that was connected to passes for
/// any name, and where there are no alternative names the common name counts.
struct CertificateRule: Sendable {
    private let host: String
    private let address: [UInt8]?

    /// A rule for the host of a URL, in lower case.
    init(host: String) {
        self.host = host.hasSuffix(".") ? String(host.dropLast()) : host
        address = CertificateNames.address(host)
    }

    /// The name to ask the server for; an address is none (RFC 6066, section 3).
    var serverName: String? { address == nil ? host : nil }

    /// Throws a ``CertificateViolation`` where the certificate does not do.
    func check(_ certificate: NIOSSLCertificate?) throws {
        guard let certificate else { throw CertificateViolation(detail: "the server has shown no certificate") }
        let names = CertificateNames(certificate)
        guard address.map(names.bear(address:)) ?? names.bear(name: host) else {
            throw CertificateViolation(detail: "the certificate is for another host")
        }
        guard let bits = try RSAKeySize.bits(inKey: certificate.extractPublicKey().toSPKIBytes()) else { return }
        guard bits >= Self.smallestRSAKey else {
            throw CertificateViolation(detail: "the certificate has an RSA key of \(bits) bits")
        }
    }

    /// CA/Browser Forum, Baseline Requirements, section 6.1.5.
    private static let smallestRSAKey = 2_048
}
#endif
