/// Encodes what stands in the path or the query of an expected URL (RFC 3986, section 2.3: all but the unreserved).
enum PercentText {
    /// The text with everything else as percent signs and digits.
    static func encode(_ text: String) -> String {
        text.utf8.map { byte in
            let isUnreserved = Character(UnicodeScalar(byte)).isASCIIWordPart || "-._~".utf8.contains(byte)
            let digits = String(byte, radix: 16, uppercase: true)
            return isUnreserved ? String(UnicodeScalar(byte)) : "%" + (digits.count == 1 ? "0" : "") + digits
        }.joined()
    }
}

extension Character {
    fileprivate var isASCIIWordPart: Bool { isASCII && (isLetter || isNumber) }
}
