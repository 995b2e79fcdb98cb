@_spi(Generated) public import WaybillJSON

#if canImport(FoundationEssentials)
public import struct FoundationEssentials.Date
public import struct FoundationEssentials.Decimal
#else
public import struct Foundation.Date
public import struct Foundation.Decimal
#endif

@_spi(Generated)
extension JSONReader {
    /// Reads an RFC 3339 timestamp; nil for null, and after recording a fault.
    @inline(never)
    public mutating func timestamp() -> Date? {
        if let text = peekShortText(), let date = RFC3339.parse(usual: text) {
            skipShortText(text)
            return date
        }
        guard let text = string() else { return nil }
        guard let date = RFC3339.parse(text) else {
            fail(expected: "an RFC 3339 timestamp")
            return nil
        }
        return date
    }

    /// Reads an id that is a string or a whole number, as text; nil for null, and after recording a fault.
    @inline(never)
    public mutating func identifier() -> String? {
        guard peekType() == .number else { return string() }
        guard let number = number() else { return nil }
        if number.text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }) { return number.text }
        guard let value = number.int else {
            fail(expected: "an id")
            return nil
        }
        return String(value)
    }

    /// Reads a decimal number, as a number or as a string of one; nil for null, and after recording a fault.
    ///
    /// One of more digits than a `Decimal` holds, which are 38, is a fault: it would be rounded.
    @inline(never)
    public mutating func decimal() -> Decimal? {
        let text = peekType() == .number ? number()?.text : string()
        guard let text else { return nil }
        // The initialiser reads as far as it understands; the grammar decides whether the whole text is a number.
        guard JSONNumber(text: text) != nil, Self.fitsDecimal(text), let value = Decimal(string: text) else {
            fail(expected: "a decimal number of at most 38 digits")
            return nil
        }
        return value
    }

    /// Whether a number's digits, without zeros at either end, are few enough not to be rounded.
    private static func fitsDecimal(_ text: String) -> Bool {
        let digits = text.utf8.prefix { $0 | 0x20 != UInt8(ascii: "e") }.filter { (0x30...0x39).contains($0) }
        let significant = digits.drop { $0 == 0x30 }.reversed().drop { $0 == 0x30 }
        return significant.count <= 38
    }
}
