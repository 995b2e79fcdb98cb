#if canImport(FoundationEssentials)
import struct FoundationEssentials.Data
#else
import struct Foundation.Data
#endif

/// Writes signatures as text, and reads them back strictly.
///
/// Every code has exactly one text. Whoever repeats a request cannot spell its signature in another way, which matters
/// where the signature is what copies are known by.
package enum SignatureText {
    /// Hexadecimal digits in lower case, or Base64 with padding.
    package static func text(_ code: [UInt8], _ encoding: SignatureRecipe.Encoding) -> String {
        switch encoding {
        case .hex: String(decoding: code.flatMap { [digit($0 >> 4), digit($0 & 15)] }, as: UTF8.self)
        case .base64: Data(code).base64EncodedString()
        }
    }

    /// The bytes of a text, or nil where it is not what ``text(_:_:)`` writes.
    ///
    /// Digits in upper case are refused, as are other alphabets, missing padding, white space and unused bits.
    package static func bytes(_ text: some Collection<UInt8>, _ encoding: SignatureRecipe.Encoding) -> [UInt8]? {
        // One copy, and the loops below are compiled for arrays: a generic one costs fifty times as much for each byte.
        let text = Array(text)
        return switch encoding {
        case .hex: hexadecimal(text)
        case .base64: base64(text)
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }

    private static func hexadecimal(_ text: [UInt8]) -> [UInt8]? {
        guard text.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 2)
        var high: UInt8?
        for character in text {
            guard let value = hexadecimalValue(character) else { return nil }
            if let first = high { bytes.append(first << 4 | value) }
            high = high == nil ? value : nil
        }
        return bytes
    }

    private static func hexadecimalValue(_ character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
        default: nil
        }
    }

    private static func base64(_ text: [UInt8]) -> [UInt8]? {
        guard text.count.isMultiple(of: 4) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3)
        var (bits, held, padding) = (UInt32(0), 0, 0)
        for character in text {
            if character == UInt8(ascii: "=") {
                padding += 1
                continue
            }
            guard padding < 1, let value = base64Value(character) else { return nil }
            bits = bits << 6 | UInt32(value)
            held += 6
            guard held >= 8 else { continue }
            held -= 8
            bytes.append(UInt8(truncatingIfNeeded: bits >> held))
            bits &= (1 << held) - 1
        }
        // Two bits are left over before one sign of padding, four before two; they must be zero (RFC 4648, 3.5).
        return padding <= 2 && held / 2 == padding && bits < 1 ? bytes : nil
    }

    private static func base64Value(_ character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): character - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): character - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
