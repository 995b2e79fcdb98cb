extension JSONReader {
    /// A number as it stands in the document, with its value where that is small enough to be exact.
    struct NumberSpan {
        var start: Int
        var end: Int
        var isNegative = false
        /// All digits as one integer; meaningless when there are more than 18.
        var digits: UInt64 = 0
        var digitCount = 0
        /// The power of ten that the digits are to be multiplied with.
        var scale = 0
        /// False when there is a fraction or an exponent.
        var isPlain = true

        var isShort: Bool { digitCount <= 18 }
    }

    /// Reads a whole number that fits into 64 bits, exactly; nil for null, and after recording a fault.
    ///
    /// `1.0` and `1e3` are whole numbers too.
    @_spi(Generated) @inline(never)
    public mutating func int() -> Int? {
        if let digits = plainDigits() { return digits }
        guard let span = numberSpan() else { return nil }
        if span.isPlain, span.isShort {
            let magnitude = Int(truncatingIfNeeded: span.digits)
            return span.isNegative ? 0 &- magnitude : magnitude
        }
        return longInt(span)
    }

    /// Reads a number as the nearest double; nil for null, and after recording a fault.
    ///
    /// What is too large for a double is a fault; what is too small is zero.
    @_spi(Generated) @inline(never)
    public mutating func double() -> Double? {
        if let value = plainDecimal() { return value }
        guard let span = numberSpan() else { return nil }
        if let value = JSONDecimal.exactDouble(span.digits, span.digitCount, span.scale) {
            return span.isNegative ? -value : value
        }
        guard let value = JSONDecimal(digitsOf: text(span)).double else {
            fail(.outOfRange("Double"), at: span.start)
            return nil
        }
        return value
    }

    /// Reads a number with its digits as written; nil for null, and after recording a fault.
    @_spi(Generated) @inline(never)
    public mutating func number() -> JSONNumber? {
        numberSpan().map { JSONNumber(valid: text($0)) }
    }

    /// Moves past a whole number of at most 17 digits, without a sign, that ends in the way most do; nil, and nothing is moved, otherwise.
    @inline(__always)
    private mutating func plainDigits() -> Int? {
        var (end, digits) = (position, 0 as UInt64)
        let length = takeDigits(&end, &digits)
        guard length < 18, isWhole(length), endsMember(end) else { return nil }
        (valueStart, position) = (position, end)
        return Int(truncatingIfNeeded: digits)
    }

    /// The same for a number with a point and at most 15 digits.
    @inline(__always)
    private mutating func plainDecimal() -> Double? {
        var (end, digits) = (position, 0 as UInt64)
        let length = takeDigits(&end, &digits)
        guard isWhole(length), bytes[end] == UInt8(ascii: ".") else { return nil }
        end &+= 1
        let places = takeDigits(&end, &digits)
        guard places > 0, length &+ places <= 15, endsMember(end),
            let value = JSONDecimal.exactDouble(digits, length &+ places, 0 &- places)
        else { return nil }
        (valueStart, position) = (position, end)
        return value
    }

    /// Whether so many digits from here on are a whole number: at least one, and no zero before others.
    @inline(__always)
    private func isWhole(_ length: Int) -> Bool {
        length == 1 || length > 1 && bytes[position] != UInt8(ascii: "0")
    }

    @inline(__always)
    private func endsMember(_ end: Int) -> Bool {
        bytes[end] == UInt8(ascii: ",") || bytes[end] == UInt8(ascii: "}")
    }

    /// Reads true or false; nil for null, and after recording a fault.
    @_spi(Generated) @inline(never)
    public mutating func bool() -> Bool? {
        skipWhitespace()
        valueStart = position
        switch bytes[position] {
        case UInt8(ascii: "t"): return literal("true", length: 4) ? true : nil
        case UInt8(ascii: "f"): return literal("false", length: 5) ? false : nil
        default:
            mismatch(.bool)
            return nil
        }
    }

    private mutating func literal(_ word: StaticString, length: Int) -> Bool {
        guard bytes.matches(word, at: position, length: length) else {
            failSyntax(at: position)
            return false
        }
        position &+= length
        return true
    }

    private func text(_ span: NumberSpan) -> String {
        bytes.string(from: span.start, to: span.end, isASCII: true) ?? "0"
    }

    private mutating func longInt(_ span: NumberSpan) -> Int? {
        let decimal = JSONDecimal(digitsOf: text(span))
        if let value = decimal.int { return value }
        fail(decimal.isWhole ? .outOfRange("Int") : .invalidValue(expected: "a whole number"), at: span.start)
        return nil
    }

    @inline(__always)
    private mutating func numberSpan() -> NumberSpan? {
        skipWhitespace()
        valueStart = position
        guard JSONType(firstByte: bytes[position]) == .number else {
            mismatch(.number)
            return nil
        }
        return scanNumber()
    }

    /// Moves past a number (RFC 8259, section 6) that begins here.
    @inline(never)
    mutating func scanNumber() -> NumberSpan? {
        var span = NumberSpan(start: position, end: position)
        if bytes[span.end] == UInt8(ascii: "-") {
            span.isNegative = true
            span.end &+= 1
        }
        let first = span.end
        guard scanDigits(&span) > 0 else { return malformed(span) }
        if bytes[first] == UInt8(ascii: "0"), span.end &- first > 1 {
            span.end = first &+ 1
            return malformed(span)
        }
        if bytes[span.end] == UInt8(ascii: ".") {
            guard scanFraction(&span) else { return malformed(span) }
        }
        if bytes[span.end] | 0x20 == UInt8(ascii: "e") {
            guard scanExponent(&span) else { return malformed(span) }
        }
        position = span.end
        return span
    }

    private mutating func malformed(_ span: NumberSpan) -> NumberSpan? {
        fail(span.end >= bytes.count ? .unexpectedEnd : .invalidNumber, at: span.end)
        return nil
    }

    @inline(__always)
    private func scanDigits(_ span: inout NumberSpan) -> Int {
        let count = takeDigits(&span.end, &span.digits)
        span.digitCount &+= count
        return count
    }

    /// Takes in digits and tells how many there were.
    @inline(__always)
    private func takeDigits(_ end: inout Int, _ digits: inout UInt64) -> Int {
        let start = end
        while case let digit = bytes[end] &- UInt8(ascii: "0"), digit < 10 {
            digits = digits &* 10 &+ UInt64(digit)
            end &+= 1
        }
        return end &- start
    }

    private func scanFraction(_ span: inout NumberSpan) -> Bool {
        span.isPlain = false
        span.end += 1
        let count = scanDigits(&span)
        span.scale = -count
        return count > 0
    }

    private func scanExponent(_ span: inout NumberSpan) -> Bool {
        span.isPlain = false
        span.end += 1
        let sign = bytes[span.end]
        if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { span.end += 1 }
        var exponent = NumberSpan(start: span.end, end: span.end)
        let count = scanDigits(&exponent)
        span.end = exponent.end
        guard exponent.isShort else {
            span.digitCount = .max
            return true
        }
        span.scale += Int(exponent.digits) * (sign == UInt8(ascii: "-") ? -1 : 1)
        return count > 0
    }
}
