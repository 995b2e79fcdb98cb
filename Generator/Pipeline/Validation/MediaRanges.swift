/// What a request can ask for (RFC 9110, section 12.5.1).
enum MediaRanges {
    /// Whether a text is one media type or range, or several with commas: `image/png, image/*;q=0.5`.
    static func areWellFormed(_ text: String) -> Bool {
        text.split(separator: ",", omittingEmptySubsequences: false).allSatisfy(isRange)
    }

    private static func isRange(_ text: Substring) -> Bool {
        let parts = text.split(separator: ";", omittingEmptySubsequences: false).map(trimmed)
        let type = parts[0].split(separator: "/", omittingEmptySubsequences: false)
        guard type.count == 2, type.allSatisfy({ HeaderToken.isToken(String($0)) }) else { return false }
        return parts.dropFirst().allSatisfy(isParameter)
    }

    private static func isParameter(_ text: Substring) -> Bool {
        let pair = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard pair.count == 2, HeaderToken.isToken(String(pair[0])) else { return false }
        return HeaderToken.isToken(String(pair[1])) || isQuoted(pair[1])
    }

    private static func isQuoted(_ text: Substring) -> Bool {
        text.count >= 2 && text.first == "\"" && text.last == "\""
            && text.dropFirst().dropLast().utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0 == " " }
        while text.last == " " { text.removeLast() }
        return text
    }
}
