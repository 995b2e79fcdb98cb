/// Reads parts of URLs that this module has made itself, or that only go into descriptions.
enum URLText {
    /// The path, without query and fragment; empty when there is none.
    static func path(of url: String) -> Substring {
        url[pathStart(in: url)...].prefix { $0 != "?" && $0 != "#" }
    }

    private static func pathStart(in url: String) -> String.Index {
        let bytes = url.utf8
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[colon...].starts(with: "://".utf8) else {
            return url.startIndex
        }
        let host = bytes.index(colon, offsetBy: 3)
        return bytes[host...].firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? url.endIndex
    }
}
