/// Bytes of a text of hexadecimal digits, in any number of lines.
func bytes(hex text: String) -> [UInt8] {
    let digits = Array(text.utf8).compactMap { Character(Unicode.Scalar($0)).hexDigitValue.map { UInt8($0) } }
    return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}
