/// Where a URL leads that a server gave.
enum LinkTarget: Sendable, Hashable {
    /// To the client's own host, with the client's credentials.
    case own(String)
    /// To another host that the spec names, without any.
    case other(String)

    var url: String {
        switch self {
        case .own(let url), .other(let url): url
        }
    }
}

extension BaseURL {
    /// Where a whole URL leads; nil where that is neither this URL's host nor one of the others.
    ///
    /// Scheme, host and port have to be the same, written in whatever way (RFC 3986, section 6.2): `https://API.example.com:443` is
    /// `https://api.example.com`. Others are reached by https alone. A fragment is left out, since it is not sent.
    /// - Parameter hosts: The others, each a name with or without a port.
    func target(of url: String, hosts: [String]) -> LinkTarget? {
        guard let reference = URLReference(url), let scheme = reference.scheme?.lowercased(),
            let authority = reference.authority, reference.path.isEmpty || reference.path.hasPrefix("/"),
            (try? BaseURLParser.parse("https://\(authority)")) != nil
        else { return nil }
        let place = Self.origin(scheme, authority)
        if let own = URLReference(String(origin)), let scheme = own.scheme, let authority = own.authority,
            place == Self.origin(scheme.lowercased(), authority)
        {
            return .own(origin + reference.target)
        }
        guard hosts.contains(where: { Self.origin("https", $0[...]) == place }) else { return nil }
        return .other(place + reference.target)
    }

    private static func origin(_ scheme: String, _ authority: Substring) -> String {
        let usual = scheme == "https" ? ":443" : ":80"
        let host = authority.lowercased()
        return "\(scheme)://\(host.hasSuffix(usual) ? host.dropLast(usual.count) : host[...])"
    }
}
