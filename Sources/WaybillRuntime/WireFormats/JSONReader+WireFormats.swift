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
        guard let text = string() else { return nil }
        guard let date = RFC3339.parse(text) else {
            fail(expected: "an RFC 3339 timestamp")
            return nil
        }
        return date
    }

    /// Reads seconds since 1970, as a number or as a string of one; nil for null, and after recording a fault.
    @inline(never)
    public mutating func epochSeconds() -> Date? {
        guard peekType() == .string else { return double().flatMap { date($0) } }
        return string().flatMap { date(Double($0)) }
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
    @inline(never)
    public mutating func decimal() -> Decimal? {
        let text = peekType() == .number ? number()?.text : string()
        guard let text else { return nil }
        // The initialiser reads as far as it understands; the grammar decides whether the whole text is a number.
        guard JSONNumber(text: text) != nil, let value = Decimal(string: text) else {
            fail(expected: "a decimal number")
            return nil
        }
        return value
    }

    /// Reads true or false, also as the words `true`, `True`, `false` and `False`; nil for null, and after a fault.
    @inline(never)
    public mutating func wordyBool() -> Bool? {
        guard peekType() == .string else { return bool() }
        switch string() {
        case "true", "True": return true
        case "false", "False": return false
        case nil: return nil
        default:
            fail(expected: "true or false")
            return nil
        }
    }

    /// Reads a list written as one string with commas; blanks around its elements do not count.
    @inline(never)
    public mutating func commaSeparated() -> [String]? {
        string()?.split(separator: ",").map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
    }

    private mutating func date(_ seconds: Double?) -> Date? {
        guard let seconds, seconds.isFinite, abs(seconds) < 1e12 else {
            fail(expected: "a time in seconds since 1970")
            return nil
        }
        return Date(timeIntervalSince1970: seconds)
    }
}
