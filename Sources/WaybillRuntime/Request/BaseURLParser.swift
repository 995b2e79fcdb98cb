/// Takes a base URL apart and refuses what could send a request elsewhere.
enum BaseURLParser {
    /// What is wrong with a URL.
    struct Fault: Error {
        let reason: String
    }

    /// The URL without trailing slashes, and where its path begins.
    static func parse(_ url: String) throws(Fault) -> (text: String, originLength: Int) {
        guard !url.isEmpty else { throw Fault(reason: "must not be empty") }
        try checkCharacters(url)
        let isSecure = url.lowercased().hasPrefix("https://")
        guard isSecure || url.lowercased().hasPrefix("http://") else { throw Fault(reason: "must begin with https://") }
        let rest = url.dropFirst(isSecure ? 8 : 7)
        let authority = rest.prefix { $0 != "/" }
        let host = try host(of: authority)
        guard isSecure || isLoopback(host) else {
            throw Fault(reason: "must begin with https://; http is for loopback hosts only")
        }
        var path = rest.dropFirst(authority.count)
        while path.hasSuffix("/") { path.removeLast() }
        try checkPath(path)
        let origin = (isSecure ? "https://" : "http://") + authority
        return (origin + path, origin.utf8.count)
    }

    private static func checkCharacters(_ url: String) throws(Fault) {
        for byte in url.utf8 {
            switch byte {
            case 0x00...0x20, 0x7F: throw Fault(reason: "must not contain spaces or control characters")
            case 0x80...: throw Fault(reason: "must be ASCII: a host in Punycode, a path percent-encoded")
            case UInt8(ascii: "?"): throw Fault(reason: "must not have a query")
            case UInt8(ascii: "#"): throw Fault(reason: "must not have a fragment")
            case UInt8(ascii: "@"): throw Fault(reason: "must not have user info")
            case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "^"),
                UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
                throw Fault(reason: "contains a character that is not allowed in a URL")
            default: continue
            }
        }
    }

    /// The host of an authority, its port checked.
    private static func host(of authority: Substring) throws(Fault) -> Substring {
        let host = authority.hasPrefix("[") ? authority.prefix { $0 != "]" } + "]" : authority.prefix { $0 != ":" }
        guard authority.hasPrefix(host) else { throw Fault(reason: "has a malformed host") }
        let port = authority.dropFirst(host.count)
        if !port.isEmpty {
            let digits = port.dropFirst()
            guard port.hasPrefix(":"), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
                let number = Int(digits), (1...65_535).contains(number)
            else { throw Fault(reason: "has no valid port (1 to 65535)") }
        }
        guard isValid(host) else { throw Fault(reason: "has a malformed host") }
        return Substring(host)
    }

    private static func isValid(_ host: some StringProtocol) -> Bool {
        if host.hasPrefix("[") {
            let address = host.dropFirst().dropLast()
            return address.utf8.count > 1 && address.allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
        }
        return !host.isEmpty && !host.hasPrefix(".")
            && host.utf8.allSatisfy { PercentEncoding.isUnreserved($0) && $0 != UInt8(ascii: "~") }
    }

    /// `localhost`, 127.0.0.0/8 and `[::1]`.
    private static func isLoopback(_ host: Substring) -> Bool {
        if host.lowercased() == "localhost" || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127"
            && parts.allSatisfy { part in (1...3).contains(part.utf8.count) && UInt8(part) != nil }
    }

    private static func checkPath(_ path: Substring) throws(Fault) {
        if path.split(separator: "/").contains(where: PathTemplate.isDots) {
            throw Fault(reason: "must not have dot segments")
        }
    }
}
