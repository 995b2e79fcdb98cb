#if os(Linux)

/// A URL as a connection needs it: where to connect to, and what to ask for there.
struct RequestURL {
    let endpoint: Endpoint
    /// Path and query as they stood in the URL (RFC 9112, section 3.2.1).
    let target: String

    /// Takes a URL apart; nil where it is no http or https URL.
    ///
    /// A byte that is not printable ASCII could end the request line, so none passes.
    init?(_ url: String) {
        guard url.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
        let bytes = url.utf8
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let scheme = url[..<colon].lowercased()
        let rest = bytes[colon...].dropFirst()
        guard scheme == "https" || scheme == "http", rest.starts(with: "//".utf8) else { return nil }
        let authority = rest.dropFirst(2).prefix { !Self.authorityEnds.contains($0) }
        let isSecure = scheme == "https"
        guard let endpoint = Endpoint(isSecure: isSecure, authority: Substring(authority)) else { return nil }
        let target = Substring(rest[authority.endIndex...].prefix { $0 != UInt8(ascii: "#") })
        self.endpoint = endpoint
        self.target = target.utf8.first == UInt8(ascii: "/") ? String(target) : "/" + target
    }

    private static let authorityEnds = "/?#".utf8
}
#endif
