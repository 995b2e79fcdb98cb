/// The URL that an API's paths are appended to, checked.
///
/// Only https is accepted, and http for loopback hosts. User info, query, fragment, white space, control characters
/// and dot segments are refused, since each of them has sent requests elsewhere in other libraries.
@_spi(Generated)
public struct BaseURL: Sendable, Hashable, CustomStringConvertible {
    /// The URL without trailing slashes.
    public let text: String

    /// Number of UTF-8 bytes before the path.
    private let originLength: Int

    /// Checks a URL.
    /// - Parameters:
    ///   - url: The URL as the user gave it.
    ///   - argument: The name under which an error speaks of it.
    ///   - suffix: What its path has to end in, trailing slashes aside.
    /// - Throws: ``ConfigurationError`` with the argument's name and what is wrong; never the URL itself.
    public init(parsing url: String, argument: String, suffix: String? = nil) throws(ConfigurationError) {
        let parts: (text: String, originLength: Int)
        do {
            parts = try BaseURLParser.parse(url)
        } catch {
            throw ConfigurationError(option: argument, reason: error.reason)
        }
        if let suffix, !parts.text.hasSuffix(suffix) {
            throw ConfigurationError(option: argument, reason: "must end in \(suffix)")
        }
        text = parts.text
        originLength = parts.originLength
    }

    /// The URL of an operation's path.
    ///
    /// `/x` is appended, `.` is the base itself, `./x` lies below it, `../x` beside its last segment.
    func appending(_ path: String) -> String {
        if path == "." { return text }
        if path.hasPrefix("../") { return String(parent + path.dropFirst(2)) }
        if path.hasPrefix("./") { return text + path.dropFirst(1) }
        return text + path
    }

    /// The URL of a path that a user gave in place of the spec's.
    ///
    /// `/x` begins at the root of the host, wherever this URL leads; the others are as in the spec.
    func resolving(_ path: String) -> String {
        path.hasPrefix("/") ? origin + path : appending(path)
    }

    /// Whether a whole URL leads to the same scheme, host and port, and has nothing in it that a URL cannot have.
    func isAtSameHost(_ url: String) -> Bool {
        guard url.utf8.starts(with: origin.utf8) else { return false }
        let rest = url.utf8.dropFirst(originLength)
        guard rest.isEmpty || rest.first == UInt8(ascii: "/") || rest.first == UInt8(ascii: "?") else { return false }
        return rest.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "#") }
    }

    /// The host, without its port; an IPv6 address in brackets.
    var host: String {
        let authority = origin.drop { $0 != "/" }.dropFirst(2)
        return String(authority.hasPrefix("[") ? authority.prefix { $0 != "]" } + "]" : authority.prefix { $0 != ":" })
    }

    /// Scheme, host and port.
    var origin: Substring { text[..<text.utf8.index(text.startIndex, offsetBy: originLength)] }

    /// The URL without its path's last segment.
    private var parent: Substring {
        let bytes = text.utf8
        let path = bytes.index(bytes.startIndex, offsetBy: originLength)
        let slash = bytes[path...].lastIndex(of: UInt8(ascii: "/"))
        return text[..<(slash ?? path)]
    }

    /// The URL, without a slash at its end.
    public var description: String { text }
}
