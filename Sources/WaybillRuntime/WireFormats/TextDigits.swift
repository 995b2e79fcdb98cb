/// Up to eight bytes of text with digits at known places, in one word: the first byte is the lowest.
struct TextDigits {
    /// The digits' values; zero elsewhere.
    private let values: UInt64

    /// Takes a word in a layout; nil where it has another one.
    /// - Parameter layout: At most eight bytes: `0` where a digit stands, any other byte where that byte does.
    @inline(__always)
    init?(_ word: UInt64, layout: StaticString) {
        let (pattern, digits) = Self.pattern(layout)
        let values = word ^ pattern
        // A digit's value is at most nine; adding what is missing to 128 marks those above. What carries into the next byte was marked
        // itself.
        let above = (values &+ 0x7676_7676_7676_7676) | values
        guard values & ~digits == 0, above & digits & 0x8080_8080_8080_8080 == 0 else { return nil }
        self.values = values
    }

    /// The layout as a word, and which bytes of it are digits.
    @inline(__always)
    private static func pattern(_ layout: StaticString) -> (word: UInt64, digits: UInt64) {
        layout.withUTF8Buffer { bytes in
            var (word, digits) = (0 as UInt64, 0 as UInt64)
            for (place, byte) in bytes.prefix(8).enumerated() {
                word |= UInt64(byte) &<< UInt64(place &* 8)
                if byte == UInt8(ascii: "0") { digits |= 0xFF &<< UInt64(place &* 8) }
            }
            return (word, digits)
        }
    }

    /// The number that digits make.
    @inline(__always)
    func number(at place: Int, digits: Int) -> Int {
        var number = 0
        for index in place..<place &+ digits {
            number = number &* 10 &+ Int(truncatingIfNeeded: (values &>> UInt64(index &* 8)) & 0xFF)
        }
        return number
    }

    /// The last digits of a number, as text.
    @inline(__always)
    static func text(_ number: Int, digits: Int) -> UInt64 {
        var (text, rest) = (0 as UInt64, UInt64(truncatingIfNeeded: number))
        for _ in 0..<digits {
            text = text &<< 8 | (0x30 &+ rest % 10)
            rest /= 10
        }
        return text
    }
}
