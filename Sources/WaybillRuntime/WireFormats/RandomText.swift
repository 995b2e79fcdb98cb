/// Texts that must not repeat.
enum RandomText {
    private static let digits = Array("0123456789abcdef".utf8)

    /// A number of random hexadecimal digits in lower case.
    static func hexadecimal(_ count: Int, _ random: () -> UInt64) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        while bytes.count < count {
            append(random(), min(16, count - bytes.count), to: &bytes)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A UUID of version 4 in lower case (RFC 9562, section 5.4): 122 random bits.
    static func uuid(_ random: () -> UInt64) -> String {
        let high = random() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
        let low = random() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        var bytes: [UInt8] = []
        bytes.reserveCapacity(36)
        append(high, 8, to: &bytes)
        for (bits, count) in [(high << 32, 4), (high << 48, 4), (low, 4), (low << 16, 12)] {
            bytes.append(UInt8(ascii: "-"))
            append(bits, count, to: &bytes)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func append(_ bits: UInt64, _ count: Int, to bytes: inout [UInt8]) {
        for place in 0..<count {
            bytes.append(digits[Int(bits >> UInt64(60 - 4 * place) & 15)])
        }
    }
}
