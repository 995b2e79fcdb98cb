/// A small gzip stream that unpacks to very much (RFC 1951, section 3.2.6).
enum GzipBomb {
    /// A zero byte, and 258 more for each repetition; the checksum at the end is wrong, which nobody gets to see.
    static func bytes(repetitions: Int) -> [UInt8] {
        var stream: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
        var held: UInt64 = 0
        var count: UInt64 = 0
        func append(_ bits: UInt64, _ width: UInt64) {
            held |= bits << count
            count += width
            while count >= 8 {
                stream.append(UInt8(truncatingIfNeeded: held))
                held >>= 8
                count -= 8
            }
        }
        // The last block, with fixed codes; codes go out with their first bit first, hence reversed.
        append(0b011, 3)
        append(0b0000_1100, 8)
        for _ in 0..<repetitions {
            append(0b1010_0011, 8)
            append(0, 5)
        }
        append(0, 7)
        append(0, 7)
        return stream + [UInt8](repeating: 0, count: 8)
    }
}
