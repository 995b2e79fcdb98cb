#if os(Linux)

/// Reads how large an RSA key is out of a SubjectPublicKeyInfo (RFC 5280, section 4.1; RFC 8017, appendix A.1.1).
enum RSAKeySize {
    /// The bits of the modulus; nil for another kind of key, 0 for one that cannot be read.
    static func bits(inKey info: [UInt8]) -> Int? {
        var outer = DERReader(info[...])
        guard var key = outer.reader(in: sequence), var algorithm = key.reader(in: sequence) else { return 0 }
        guard let identifier = algorithm.next(objectIdentifier), rsa.contains(Array(identifier)) else { return nil }
        // The first byte of a bit string counts the bits that its last byte leaves unused.
        guard let bits = key.next(bitString), bits.first == 0 else { return 0 }
        var wrapped = DERReader(bits.dropFirst())
        guard var numbers = wrapped.reader(in: sequence), let modulus = numbers.next(integer) else { return 0 }
        let digits = modulus.drop { $0 == 0 }
        return digits.count * 8 - (digits.first?.leadingZeroBitCount ?? 0)
    }

    private static let integer: UInt8 = 0x02
    private static let bitString: UInt8 = 0x03
    private static let objectIdentifier: UInt8 = 0x06
    private static let sequence: UInt8 = 0x30

    /// 1.2.840.113549.1.1.1 (rsaEncryption) and .10 (RSASSA-PSS).
    private static let rsa: [[UInt8]] = [1, 10].map { [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, $0] }
}
#endif
