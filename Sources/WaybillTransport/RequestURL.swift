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
        guard let colon = url.firstIndex(of: ":") else { return nil }
        let scheme = url[..<colon].lowercased()
        let rest = url[url.index(after: colon)...]
        guard scheme == "https" || scheme == "http", rest.hasPrefix("//") else { return nil }
        let authority = rest.dropFirst(2).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard let endpoint = Endpoint(isSecure: scheme == "https", authority: authority) else { return nil }
        let target = rest[authority.endIndex...].prefix { $0 != "#" }
        self.endpoint = endpoint
        self.target = target.hasPrefix("/") ? String(target) : "/" + target
    }
}
#endif
