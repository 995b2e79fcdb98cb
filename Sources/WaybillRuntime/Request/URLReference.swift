/// A URL, or a reference to one, taken apart as RFC 3986 has it (appendix B).
struct URLReference: Sendable, Hashable {
    var scheme: Substring?
    var authority: Substring?
    var path: Substring
    var query: Substring?
    var fragment: Substring?

    /// Takes a reference apart.
    ///
    /// What is no ASCII, and what servers often leave unencoded, is percent-encoded; nil where it has white space, control
    /// characters or a backslash, which other readers take for something else.
    init?(_ text: String) {
        guard let encoded = Self.encoded(text) else { return nil }
        var rest = encoded[...]
        fragment = Self.cut(&rest, at: "#")
        query = Self.cut(&rest, at: "?")
        if let colon = rest.firstIndex(of: ":"), Self.isScheme(rest[..<colon]) {
            scheme = rest[..<colon]
            rest = rest[colon...].dropFirst()
        }
        if rest.hasPrefix("//") {
            rest = rest.dropFirst(2)
            authority = rest.prefix { $0 != "/" }
            rest = rest[(authority ?? "").endIndex...]
        }
        path = rest
    }

    /// The URL that it means where it stands in a document of the base (RFC 3986, section 5.2).
    func resolved(against base: URLReference) -> URLReference {
        var target = self
        if scheme == nil {
            target.scheme = base.scheme
            if authority == nil {
                target.authority = base.authority
                if path.isEmpty {
                    target.path = base.path
                    target.query = query ?? base.query
                    return target
                }
                if !path.hasPrefix("/") { target.path = base.merged(with: path) }
            }
        }
        target.path = Self.withoutDots(target.path)
        return target
    }

    /// The reference as text (section 5.3).
    var text: String {
        var text = scheme.map { "\($0):" } ?? ""
        if let authority { text += "//\(authority)" }
        return text + target + (fragment.map { "#\($0)" } ?? "")
    }

    /// Path and query.
    var target: String { path + (query.map { "?\($0)" } ?? "") }

    private func merged(with path: Substring) -> Substring {
        if authority != nil, self.path.isEmpty { return "/" + path }
        guard let slash = self.path.lastIndex(of: "/") else { return path }
        return self.path[...slash] + path
    }

    /// A path without the segments `.` and `..` (section 5.2.4).
    private static func withoutDots(_ path: Substring) -> Substring {
        var (input, output) = (path, "")
        while !input.isEmpty {
            if input.hasPrefix("../") {
                input = input.dropFirst(3)
            } else if input.hasPrefix("./") || input.hasPrefix("/./") {
                input = input.dropFirst(2)
            } else if input == "/." {
                input = "/"
            } else if input.hasPrefix("/../") || input == "/.." {
                input = "/" + input.dropFirst(4)
                output = String(output[..<(output.lastIndex(of: "/") ?? output.startIndex)])
            } else if input == "." || input == ".." {
                input = ""
            } else {
                let end = input.dropFirst().firstIndex(of: "/") ?? input.endIndex
                output += input[..<end]
                input = input[end...]
            }
        }
        return output[...]
    }

    private static func cut(_ text: inout Substring, at mark: Character) -> Substring? {
        guard let place = text.firstIndex(of: mark) else { return nil }
        defer { text = text[..<place] }
        return text[place...].dropFirst()
    }

    private static func isScheme(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, PercentEncoding.isLetter(first) else { return false }
        return text.utf8.allSatisfy { byte in
            PercentEncoding.isLetter(byte) || (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E].contains(byte)
        }
    }

    private static func encoded(_ text: String) -> String? {
        var result: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0...0x20, 0x7F, UInt8(ascii: "\\"): return nil
            case 0x80..., UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "^"),
                UInt8(ascii: "`"),
                UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
                result += PercentEncoding.encode(byte)
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
