/// The exact value of a number's text: sign, significant digits and a power of ten.
struct JSONDecimal: Hashable {
    private var isNegative = false
    /// Values 0 to 9, without zeros at either end; empty for zero.
    private var digits: [UInt8] = []
    private var exponent = 0
    /// True when the exponent is beyond counting; the value is then known by its text only.
    private(set) var isBeyondCounting = false

    /// Takes a number of JSON apart; the text has been checked against the grammar.
    init(digitsOf text: String) {
        let mantissa = text.utf8.prefix { $0 | 0x20 != UInt8(ascii: "e") }
        var fractionDigits = 0
        var isFraction = false
        for byte in mantissa {
            switch byte {
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "."): isFraction = true
            default:
                fractionDigits += isFraction ? 1 : 0
                if !digits.isEmpty || byte != UInt8(ascii: "0") { digits.append(byte &- UInt8(ascii: "0")) }
            }
        }
        let zeros = digits.reversed().prefix { $0 == 0 }.count
        digits.removeLast(zeros)
        if !digits.isEmpty { setExponent(text[mantissa.endIndex...].dropFirst(), shift: zeros - fractionDigits) }
    }

    /// Adds the written exponent to the shift; beyond 15 digits it only matters that it is enormous.
    private mutating func setExponent(_ text: Substring, shift: Int) {
        let magnitude = text.drop { $0 == "-" || $0 == "+" || $0 == "0" }
        isBeyondCounting = magnitude.utf8.count > 15
        let value = isBeyondCounting ? 1_000_000_000_000_000 : Int(magnitude) ?? 0
        exponent = shift + (text.utf8.first == UInt8(ascii: "-") ? -value : value)
    }

    /// Equal values, however written; zero has no sign here.
    static func == (left: JSONDecimal, right: JSONDecimal) -> Bool {
        left.exponent == right.exponent && left.digits == right.digits
            && (left.isNegative == right.isNegative || left.digits.isEmpty)
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(exponent)
        hasher.combine(digits)
        hasher.combine(isNegative && !digits.isEmpty)
    }

    /// Whether there is nothing behind the decimal point.
    var isWhole: Bool { exponent >= 0 }

    /// The value, if it is a whole number that fits.
    var int: Int? {
        guard isWhole, exponent < 20, digits.count < 20 else { return nil }
        var value = 0
        for digit in digits + Array(repeating: 0, count: exponent) {
            // Counted downwards, since the lowest number has no positive counterpart.
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, isTooLow) = product.subtractingReportingOverflow(Int(digit))
            guard !overflow, !isTooLow else { return nil }
            value = sum
        }
        if isNegative { return value }
        return value == .min ? nil : -value
    }

    /// The nearest double, or nil when it is too large for one.
    ///
    /// More than 800 digits never decide the rounding except by not being zero, so the rest is folded into one digit
    /// and the time stays linear.
    var double: Double? {
        let kept = digits.prefix(800)
        var text = isNegative ? "-0." : "0."
        text.unicodeScalars.append(contentsOf: kept.map { Unicode.Scalar($0 + UInt8(ascii: "0")) })
        if digits.count > kept.count { text += "1" }
        // An exponent beyond five digits is out of reach for a double whatever the digits are.
        let scale = min(max(exponent.addingReportingOverflow(digits.count).partialValue, -99_999), 99_999)
        guard !digits.isEmpty else { return isNegative ? -0.0 : 0 }
        guard let value = Double(text + "e\(scale)"), value.isFinite else { return nil }
        return value
    }

    /// Powers of ten that a double holds exactly.
    private static let powersOfTen: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]

    /// The nearest double where one correctly rounded operation on exact operands gives it.
    ///
    /// The fast way of William Clinger's paper of 1990 on reading floating-point numbers.
    static func exactDouble(_ digits: UInt64, _ digitCount: Int, _ scale: Int) -> Double? {
        guard digitCount <= 18, digits <= 1 << 53, scale >= -22, scale <= 22 else { return nil }
        let value = Double(digits)
        return scale < 0 ? value / powersOfTen[-scale] : value * powersOfTen[scale]
    }
}
