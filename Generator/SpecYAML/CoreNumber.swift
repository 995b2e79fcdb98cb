/// Reads numbers by the regular expressions of YAML 1.2.2, section 10.3.2.
enum CoreNumber {
    /// `[-+]?[0-9]+`, `0o[0-7]+` or `0x[0-9a-fA-F]+`; nil beyond 64 bits.
    static func int(_ text: String) -> Int? {
        if text.hasPrefix("0o") { return unsigned(text.dropFirst(2), radix: 8) }
        if text.hasPrefix("0x") { return unsigned(text.dropFirst(2), radix: 16) }
        return isWhole(text.utf8[...]) ? Int(text) : nil
    }

    /// `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`, `[-+]?\.inf` or `.nan`, and the whole forms of `int`.
    static func double(_ text: String) -> Double? {
        if let special = special(text) { return special }
        if isFraction(text), let value = Double(text), value.isFinite { return value }
        return int(text).map { Double($0) }
    }

    /// Whether a text has the form of a number, in range or not.
    static func isNumber(_ text: String) -> Bool {
        isFraction(text) || special(text) != nil || isPrefixed(text)
    }

    private static func isPrefixed(_ text: String) -> Bool {
        let digits = text.utf8.dropFirst(2)
        if text.hasPrefix("0o") { return !digits.isEmpty && digits.allSatisfy { $0 >= 0x30 && $0 <= 0x37 } }
        if text.hasPrefix("0x") { return !digits.isEmpty && digits.allSatisfy(isHexDigit) }
        return false
    }

    // Int(_:radix:) would take a sign after the prefix.
    private static func unsigned(_ digits: Substring, radix: Int) -> Int? {
        guard let first = digits.utf8.first, isHexDigit(first) else { return nil }
        return Int(digits, radix: radix)
    }

    private static func special(_ text: String) -> Double? {
        switch text {
        case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": .infinity
        case "-.inf", "-.Inf", "-.INF": -.infinity
        case ".nan", ".NaN", ".NAN": .nan
        default: nil
        }
    }

    private static func isWhole(_ text: Substring.UTF8View) -> Bool {
        let digits = withoutSign(text)
        return !digits.isEmpty && digits.allSatisfy(isDigit)
    }

    private static func isFraction(_ text: String) -> Bool {
        let parts = text.utf8.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 | 0x20 == UInt8(ascii: "e") }
        guard let mantissa = parts.first else { return false }
        if parts.count == 2, !isWhole(parts[1]) { return false }
        let number = withoutSign(mantissa)
        let halves = number.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.allSatisfy({ $0.allSatisfy(isDigit) }) else { return false }
        return number.contains(where: isDigit)
    }

    private static func withoutSign(_ text: Substring.UTF8View) -> Substring.UTF8View {
        guard let first = text.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") else { return text }
        return text.dropFirst()
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "f"))
    }
}
