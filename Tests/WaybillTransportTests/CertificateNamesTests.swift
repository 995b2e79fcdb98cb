#if os(Linux)
import Testing
@testable import WaybillTransport

/// Which hosts a certificate's names are for (RFC 9525, section 6).
@Suite struct CertificateNamesTests {
    @Test(
        "F29 names that are the host's",
        arguments: [
            ("api.example.com", "api.example.com"), ("API.Example.COM", "api.example.com"),
            ("*.example.com", "api.example.com"), ("*.EXAMPLE.com", "a-b.example.com"),
            ("xn--bcher-kva.example", "xn--bcher-kva.example"),
        ]
    )
    func bears(name: String, host: String) {
        #expect(CertificateNames(names: ["other.example", name]).bear(name: host))
    }

    @Test(
        "F29 names that are not the host's",
        arguments: [
            ("example.com", "api.example.com"), ("api.example.com", "example.com"), ("*.example.com", "example.com"),
            ("*.example.com", "a.b.example.com"), ("*.*.example.com", "a.b.example.com"),
            ("*.example.com", ".example.com"),
            ("a*.example.com", "api.example.com"), ("*i.example.com", "api.example.com"),
            ("a*i.example.com", "api.example.com"), ("api.*.com", "api.example.com"), ("*", "localhost"),
            ("*", "example.com"), ("*.", "example."), ("xn--*.example", "xn--bcher-kva.example"), ("", "example.com"),
            ("api.example.com.evil.example", "api.example.com"),
            ("api.example.com\u{0}.evil.example", "api.example.com"),
            (" api.example.com", "api.example.com"), ("127.0.0.1", "api.example.com"),
        ]
    )
    func bearsNot(name: String, host: String) {
        #expect(!CertificateNames(names: [name]).bear(name: host))
    }

    @Test("F29 no names are nobody's")
    func empty() {
        #expect(!CertificateNames(names: []).bear(name: "example.com"))
        #expect(!CertificateNames(names: []).bear(address: [127, 0, 0, 1]))
    }

    @Test("F29 an address is one only byte for byte, and never a name")
    func addresses() {
        let loopback: [UInt8] = Array(repeating: 0, count: 15) + [1]
        let names = CertificateNames(names: ["127.0.0.1"], addresses: [[10, 0, 0, 1], loopback])
        #expect(names.bear(address: [10, 0, 0, 1]))
        #expect(names.bear(address: loopback))
        #expect(!names.bear(address: [127, 0, 0, 1]))
        #expect(!names.bear(name: "10.0.0.1"))
    }

    @Test("F29 which hosts are addresses")
    func literals() {
        #expect(CertificateNames.address("127.0.0.1") == [127, 0, 0, 1])
        #expect(CertificateNames.address("::1") == Array(repeating: 0, count: 15) + [1])
        for name in ["localhost", "127.1", "0x7f.0.0.1", "1.2.3.4.5", "example.com", ""] {
            #expect(CertificateNames.address(name) == nil, "\(name)")
        }
    }

    @Test("F29 a server is asked for a name without its last dot, and for no address")
    func serverName() {
        #expect(CertificateRule(host: "api.example.com.").serverName == "api.example.com")
        #expect(CertificateRule(host: "127.0.0.1").serverName == nil)
        #expect(CertificateRule(host: "::1").serverName == nil)
    }
}
#endif
