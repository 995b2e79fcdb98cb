import Foundation

@_spi(Generated) @testable import WaybillRuntime
@testable import WaybillTransport

/// Any text as a base URL, a URL, a certificate's names or its key: nothing leads to another host than it says.
enum AddressFuzz {
    static func fault(in text: String, _ bytes: [UInt8]) -> String? {
        baseFault(text) ?? urlFault(text) ?? nameFault(text) ?? keyFault(bytes)
    }

    private static func baseFault(_ text: String) -> String? {
        guard let base = try? BaseURL(parsing: text, argument: "url") else { return nil }
        let again = try? BaseURL(parsing: base.text, argument: "url")
        guard again == base else { return "base URL: reads back otherwise" }
        guard base.isAtSameHost(base.appending("/x")), base.isAtSameHost(base.resolving("/x")) else {
            return "base URL: a path leads away from it"
        }
        #if os(Linux)
        guard let url = RequestURL(base.text) else { return "base URL: cannot be connected to" }
        let host = url.endpoint.host
        // Foundation knows how others take a URL apart; it refuses some addresses in brackets.
        if let other = URLComponents(string: base.text)?.host, other.lowercased() != host, other != "[\(host)]" {
            return "base URL: Foundation sees another host"
        }
        let isLoopback = host == "localhost" || host == "::1" || host.hasPrefix("127.")
        guard url.endpoint.isSecure || isLoopback else { return "base URL: no TLS" }
        let below = RequestURL(base.appending("/x"))
        guard below?.endpoint == url.endpoint else { return "base URL: a path changes the host" }
        #endif
        return nil
    }

    #if os(Linux)
    private static func urlFault(_ text: String) -> String? {
        guard let url = RequestURL(text) else { return nil }
        let isPlain = (url.target + url.endpoint.hostField).utf8.allSatisfy { (0x21...0x7E).contains($0) }
        guard isPlain, url.target.hasPrefix("/") else { return "URL: could end a request line" }
        return url.endpoint.host.isEmpty || !(1...65_535).contains(url.endpoint.port) ? "URL: leads nowhere" : nil
    }

    /// The text is a name in a certificate, a line break, and a host.
    private static func nameFault(_ text: String) -> String? {
        let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false).map { $0.lowercased() }
        guard lines.count == 2, CertificateNames(names: [lines[0]]).bear(name: lines[1]) else { return nil }
        let (pattern, host) = (lines[0].split(separator: "."), lines[1].split(separator: "."))
        let isSame = lines[0] == lines[1] && !lines[0].contains("*")
        let isWildcard = pattern.first == "*" && pattern.count == host.count && pattern.dropFirst() == host.dropFirst()
        return isSame || isWildcard ? nil : "certificate: a name bears another host"
    }

    private static func keyFault(_ bytes: [UInt8]) -> String? {
        guard let bits = RSAKeySize.bits(inKey: bytes) else { return nil }
        return (0...bytes.count * 8).contains(bits) ? nil : "certificate: a key of \(bits) bits in \(bytes.count) bytes"
    }
    #else
    private static func urlFault(_ text: String) -> String? { nil }
    private static func nameFault(_ text: String) -> String? { nil }
    private static func keyFault(_ bytes: [UInt8]) -> String? { nil }
    #endif
}
