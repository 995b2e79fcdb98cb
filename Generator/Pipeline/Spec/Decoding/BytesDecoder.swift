import SpecYAML

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Reads bytes that are written as text, as hex digits or as Base64.
enum BytesDecoder {
    /// The body of a vector under the one of these keys that is there.
    static func body(
        _ reader: MappingReader,
        keys: [String],
        into log: inout DecodingLog
    ) -> Located<[UInt8]>? {
        let given = keys.filter { reader[$0] != nil }
        guard given.count == 1, let key = given.first, let node = reader[key] else {
            let names = keys.dropLast().map { "'\($0)'" }.joined(separator: ", ") + " or '\(keys.last ?? "")'"
            log.lose(.missingKey, "a vector needs \(names), one of them", at: reader.location)
            return nil
        }
        switch key {
        case "bodyHex": return hex(node, into: &log)
        case "bodyBase64": return base64(node, into: &log)
        default: return ScalarDecoder.rawText(node, into: &log)?.map { Array($0.utf8) }
        }
    }

    private static func hex(_ node: YAMLNode, into log: inout DecodingLog) -> Located<[UInt8]>? {
        guard let text = ScalarDecoder.rawText(node, into: &log) else { return nil }
        let digits = text.value.compactMap(\.hexDigitValue)
        guard digits.count == text.value.count, digits.count.isMultiple(of: 2), text.value.utf8.count == digits.count
        else {
            log.lose(.text, "expected pairs of hex digits, such as 7b7d", at: node.location)
            return nil
        }
        return text.map { _ in
            stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
        }
    }

    private static func base64(_ node: YAMLNode, into log: inout DecodingLog) -> Located<[UInt8]>? {
        guard let text = ScalarDecoder.rawText(node, into: &log) else { return nil }
        guard let data = Data(base64Encoded: text.value) else {
            log.lose(.text, "expected Base64 with its padding, such as e30=", at: node.location)
            return nil
        }
        return Located(Array(data), at: text.location)
    }
}
