#if os(Linux)

/// Where connections lead to: scheme, host and port.
struct Endpoint: Sendable, Hashable {
    let isSecure: Bool
    /// The host in lower case; an IPv6 address without its brackets.
    let host: String
    let port: Int

    /// Reads the authority of a URL; nil where it is none, or holds user info.
    init?(isSecure: Bool, authority: Substring) {
        let bytes = authority.utf8
        guard !bytes.contains(UInt8(ascii: "@")) else { return nil }
        let isBracketed = bytes.first == UInt8(ascii: "[")
        let end = UInt8(ascii: isBracketed ? "]" : ":")
        let host = bytes.prefix { $0 != end }.dropFirst(isBracketed ? 1 : 0)
        let rest = bytes[host.endIndex...].dropFirst(isBracketed ? 1 : 0)
        guard !host.isEmpty, !isBracketed || host.endIndex < bytes.endIndex else { return nil }
        self.isSecure = isSecure
        self.host = Substring(host).lowercased()
        if rest.isEmpty {
            port = Self.defaultPort(isSecure: isSecure)
        } else {
            let digits = rest.dropFirst()
            let isNumber = digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            guard rest.first == UInt8(ascii: ":"), isNumber, let port = UInt16(Substring(digits)), port > 0 else {
                return nil
            }
            self.port = Int(port)
        }
    }

    /// The value of the `Host` field (RFC 9110, section 7.2).
    var hostField: String {
        let host = host.contains(":") ? "[\(host)]" : host
        return port == Self.defaultPort(isSecure: isSecure) ? host : "\(host):\(port)"
    }

    private static func defaultPort(isSecure: Bool) -> Int { isSecure ? 443 : 80 }
}
#endif
