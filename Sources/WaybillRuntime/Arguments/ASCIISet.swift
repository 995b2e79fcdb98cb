/// Characters of ASCII, one bit for each.
struct ASCIISet: Hashable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    /// Makes a set without any.
    init() {}

    /// Makes a set of a range; what of it is no ASCII is left out.
    init(_ range: ClosedRange<UInt8>) {
        for byte in range {
            if byte < 64 { low |= 1 << UInt64(byte) } else if byte < 128 { high |= 1 << UInt64(byte - 64) }
        }
    }

    /// The ten digits.
    static let digits = ASCIISet(UInt8(ascii: "0")...UInt8(ascii: "9"))

    /// Letters, digits and the underscore.
    static let wordCharacters = {
        var set = digits
        set.formUnion(ASCIISet(UInt8(ascii: "a")...UInt8(ascii: "z")))
        set.formUnion(ASCIISet(UInt8(ascii: "A")...UInt8(ascii: "Z")))
        set.formUnion(ASCIISet(UInt8(ascii: "_")...UInt8(ascii: "_")))
        return set
    }()

    var isEmpty: Bool { low | high == 0 }

    /// The only character of the set; nil where there are more or none.
    var only: UInt8? {
        guard low.nonzeroBitCount + high.nonzeroBitCount == 1 else { return nil }
        return UInt8(low != 0 ? low.trailingZeroBitCount : 64 + high.trailingZeroBitCount)
    }

    func contains(_ byte: UInt8) -> Bool {
        byte < 64 ? low >> UInt64(byte) & 1 == 1 : byte < 128 && high >> UInt64(byte - 64) & 1 == 1
    }

    func overlaps(_ other: ASCIISet) -> Bool { low & other.low != 0 || high & other.high != 0 }

    mutating func formUnion(_ other: ASCIISet) {
        low |= other.low
        high |= other.high
    }
}
