extension JSONBytes {
    /// The bytes of a string that was written with escapes; the reader has checked them.
    func unescaped(from start: Int, to end: Int) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(end - start)
        var offset = start
        var isASCII = true
        while offset < end {
            let next = endOfPlainRun(from: offset, isASCII: &isASCII)
            append(from: offset, to: min(next, end), onto: &result)
            offset = next < end ? appendEscape(at: next, onto: &result) : end
        }
        return result
    }

    private func appendEscape(at offset: Int, onto result: inout [UInt8]) -> Int {
        switch self[offset + 1] {
        case UInt8(ascii: "b"): result.append(0x08)
        case UInt8(ascii: "f"): result.append(0x0C)
        case UInt8(ascii: "n"): result.append(0x0A)
        case UInt8(ascii: "r"): result.append(0x0D)
        case UInt8(ascii: "t"): result.append(0x09)
        case UInt8(ascii: "u"): return appendScalar(at: offset, onto: &result)
        case let byte: result.append(byte)
        }
        return offset + 2
    }

    private func appendScalar(at offset: Int, onto result: inout [UInt8]) -> Int {
        var value = codeUnit(at: offset + 2) ?? 0
        var end = offset + 6
        if (0xD800..<0xDC00).contains(value), let low = lowSurrogate(at: end) {
            value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
            end += 6
        }
        result.append(contentsOf: String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
        return end
    }

    /// The second half of a pair, if an escape for one stands at an offset.
    func lowSurrogate(at offset: Int) -> UInt32? {
        guard self[offset] == UInt8(ascii: "\\"), self[offset + 1] == UInt8(ascii: "u"),
            let unit = codeUnit(at: offset + 2), (0xDC00...0xDFFF).contains(unit)
        else { return nil }
        return unit
    }

    /// The value of four hexadecimal digits.
    func codeUnit(at offset: Int) -> UInt32? {
        var unit: UInt32 = 0
        for index in offset..<offset + 4 {
            guard let digit = Self.hexadecimal(self[index]) else { return nil }
            unit = unit << 4 | digit
        }
        return unit
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}
