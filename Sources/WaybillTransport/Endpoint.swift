#if os(Linux)

/// Where connections lead to: scheme, host and port.
struct Endpoint: Sendable, Hashable {
    let isSecure: Bool
    /// The host in lower case; an IPv6 address without its brackets.
    let host: String
    let port: Int

    /// Reads the authority of a URL; nil where it is none, or holds user info.
    init?(isSecure: Bool, authority: Substring) {
        let isBracketed = authority.hasPrefix("[")
        let host = authority.prefix { isBracketed ? $0 != "]" : $0 != ":" }.dropFirst(isBracketed ? 1 : 0)
        let rest = authority.dropFirst(host.utf8.count + (isBracketed ? 2 : 0))
        guard !isBracketed || authority.contains("]"), !host.isEmpty, !host.contains("@"), !rest.contains("@") else {
            return nil
        }
        self.isSecure = isSecure
        self.host = host.lowercased()
        if rest.isEmpty {
            port = Self.defaultPort(isSecure: isSecure)
        } else {
            let isNumber = rest.dropFirst().allSatisfy { ("0"..."9").contains($0) }
            guard rest.hasPrefix(":"), isNumber, let port = UInt16(rest.dropFirst()), port > 0 else { return nil }
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
