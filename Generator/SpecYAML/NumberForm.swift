/// The forms of numbers that some reader of YAML knows, be it by YAML 1.1 or by a view of its own.
struct NumberForm {
    /// Whether all readers take the text for the same number.
    let isAlike: Bool

    /// The form of a text; nil where no reader takes it for a number.
    init?(_ text: String) {
        let bytes = text.utf8[...]
        let digits = bytes.first.map(Self.isSign) == true ? bytes.dropFirst() : bytes
        guard let isAlike = Self.reading(digits, isSigned: digits.count < bytes.count) else { return nil }
        self.isAlike = isAlike && !bytes.contains(UInt8(ascii: "_"))
    }

    /// Whether all agree; nil where it is no number.
    private static func reading(_ text: Substring.UTF8View, isSigned: Bool) -> Bool? {
        guard let first = text.first, isDigit(first) || first == UInt8(ascii: ".") || isSigned else { return nil }
        if let isHex = prefixed(text) { return isHex && !isSigned }
        if text.contains(UInt8(ascii: ":")) { return isSexagesimal(text) ? false : nil }
        let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 | 0x20 == UInt8(ascii: "e") }
        let halves = parts[0].split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.allSatisfy({ $0.allSatisfy(isDigitOrBlank) }), !halves.allSatisfy(\.isEmpty) else { return nil }
        let hasExponent = parts.count == 2
        guard !hasExponent || isExponent(parts[1]) else { return nil }
        if halves[0].isEmpty { return !isSigned && (!hasExponent || isSign(parts[1].first ?? 0)) }
        if halves.count == 2 { return !hasExponent || isSign(parts[1].first ?? 0) }
        return !hasExponent && (first != UInt8(ascii: "0") || text.count == 1 && !isSigned)
    }

    /// Whether a number with a prefix is hexadecimal, which all know; nil where it is none.
    private static func prefixed(_ text: Substring.UTF8View) -> Bool? {
        let digits = text.dropFirst(2)
        guard text.first == UInt8(ascii: "0"), !digits.isEmpty else { return nil }
        switch text.dropFirst().first {
        case UInt8(ascii: "x"): return digits.allSatisfy { isDigitOrBlank($0) || isHexLetter($0) } ? true : nil
        case UInt8(ascii: "o"): return digits.allSatisfy { isDigitOrBlank($0) && !(0x38...0x39 ~= $0) } ? false : nil
        case UInt8(ascii: "b"): return digits.allSatisfy { $0 == 0x30 || $0 == 0x31 || $0 == 0x5F } ? false : nil
        default: return nil
        }
    }

    /// Whether it counts by sixties: `1:30`, or `01:30.5`.
    private static func isSexagesimal(_ text: Substring.UTF8View) -> Bool {
        let halves = text.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        let parts = halves[0].split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard let first = parts[0].first, isDigit(first), parts[0].allSatisfy(isDigitOrBlank) else { return false }
        guard halves.count == 2 || first != UInt8(ascii: "0") else { return false }
        guard halves.dropFirst().allSatisfy({ $0.allSatisfy(isDigitOrBlank) }) else { return false }
        return parts.dropFirst().allSatisfy { part in
            part.allSatisfy(isDigit) && (part.count == 1 || part.count == 2 && part.first.map { $0 < 0x36 } == true)
        }
    }

    private static func isExponent(_ text: Substring.UTF8View) -> Bool {
        let digits = text.first.map(isSign) == true ? text.dropFirst() : text
        return !digits.isEmpty && digits.allSatisfy(isDigit)
    }

    private static func isSign(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    /// A digit, or the `_` that stands for nothing.
    private static func isDigitOrBlank(_ byte: UInt8) -> Bool { isDigit(byte) || byte == UInt8(ascii: "_") }

    private static func isHexLetter(_ byte: UInt8) -> Bool {
        byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "f")
    }
}
