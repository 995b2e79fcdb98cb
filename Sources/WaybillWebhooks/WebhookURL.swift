/// The URL under which a service knows its receiver.
@_spi(Generated)
public enum WebhookURL {
    /// Whether a text is an absolute http or https URL of RFC 3986 without a fragment; nothing in it is changed.
    public static func isUsable(_ text: String) -> Bool {
        guard text.utf8.count <= 8_192, let colon = text.firstIndex(of: ":") else { return false }
        let rest = text[colon...].utf8
        return ["http", "https"].contains(text[..<colon].lowercased()) && rest.starts(with: "://".utf8)
            && rest.count > 3 && text.utf8.allSatisfy(isAllowed)
    }

    /// The unreserved and reserved characters and the percent sign (RFC 3986, sections 2.1 to 2.3), but no number sign.
    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~:/?[]@!$&'()*+,;=%".utf8.contains(byte)
        }
    }
}
