#if os(Linux)
import NIOSSL

#if canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The hosts that a certificate is for: its alternative names (RFC 9525), never its common name.
struct CertificateNames {
    /// DNS names in lower case.
    let names: [String]
    /// The bytes of IP addresses, 4 or 16.
    let addresses: [[UInt8]]

    init(names: [String], addresses: [[UInt8]] = []) {
        self.names = names.map { $0.lowercased() }
        self.addresses = addresses
    }

    init(_ certificate: NIOSSLCertificate) {
        let all = certificate._subjectAlternativeNames()
        self.init(
            names: all.filter { $0.nameType == .dnsName }.map { String(decoding: $0.contents, as: UTF8.self) },
            addresses: all.filter { $0.nameType == .ipAddress }.map { Array($0.contents) }
        )
    }

    /// Whether a host name in lower case is among them (RFC 9525, section 6.3).
    ///
    /// A wildcard stands for one label, and only as the whole of the left-most one.
    func bear(name host: String) -> Bool {
        let parent = host.firstIndex(of: ".").map { host[$0...] }
        return names.contains { name in
            guard name.contains("*") else { return name == host }
            let rest = name.dropFirst()
            guard name.hasPrefix("*."), !rest.contains("*"), let parent, parent.count > 1, !host.hasPrefix(".") else {
                return false
            }
            return rest == parent
        }
    }

    /// Whether an IP address is among them, byte for byte (RFC 9525, section 6.4).
    func bear(address: [UInt8]) -> Bool { addresses.contains(address) }

    /// The bytes of a host that is an IP address; nil for a name.
    static func address(_ host: String) -> [UInt8]? {
        for (family, length) in [(AF_INET, 4), (AF_INET6, 16)] {
            var bytes = [UInt8](repeating: 0, count: length)
            if inet_pton(family, host, &bytes) == 1 { return bytes }
        }
        return nil
    }
}
#endif
