/// The text of a form: `application/x-www-form-urlencoded` of the URL Standard, section 5 (<https://url.spec.whatwg.org>).
@_spi(Generated)
public enum FormText {
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// Writes fields in their order.
    public static func text(of fields: [(name: String, value: String)]) -> String {
        fields.map { "\(encoded($0.name))=\(encoded($0.value))" }.joined(separator: "&")
    }

    /// A name or a value: blanks become plus signs, and of the other bytes of UTF-8 all but letters, digits and `*-._`
    /// are percent-encoded.
    static func encoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if byte == UInt8(ascii: " ") {
                bytes.append(UInt8(ascii: "+"))
            } else if isPlain(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "*-._".utf8.contains(byte)
        }
    }
}
