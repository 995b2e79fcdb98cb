import HTTPTypes

/// A redirect that was not followed, since it would carry keys and bodies to a place that the caller did not name.
struct Redirect: CustomStringConvertible {
    private let status: Int
    private let target: String

    /// Nil where the answer is no redirect.
    init?(_ http: ResponseMetadata) {
        guard (300...399).contains(http.status) else { return nil }
        status = http.status
        target = Self.host(http.headers[.location])
    }

    /// The status and the host that the answer points to; the rest of the address may hold secrets.
    var description: String { "HTTP \(status), redirected to \(target) and not followed" }

    private static func host(_ location: String?) -> String {
        guard let location, !location.isEmpty else { return "nowhere" }
        let rest =
            if let range = location.firstRange(of: "://") {
                location[range.upperBound...]
            } else if location.hasPrefix("//") {
                location.dropFirst(2)
            } else {
                Substring()
            }
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        return host.isEmpty ? "the same host or another scheme" : String(host.prefix(255))
    }
}
