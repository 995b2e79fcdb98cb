/// Names of headers (RFC 9110, section 5.6.2), and their texts.
enum HeaderToken {
    /// Whether a text can stand in a header as it is: printable ASCII, with no blank at its ends.
    static func isText(_ text: String) -> Bool {
        (1...4096).contains(text.utf8.count) && text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
            && text.first?.isWhitespace != true && text.last?.isWhitespace != true
    }

    /// Whether a text is a token.
    static func isToken(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
                }
            }
    }
}
