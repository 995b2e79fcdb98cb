/// The forms of dates that readers of YAML 1.1 know.
enum DateForm {
    /// Whether a text is `2026-01-31`, or that and a time of the day.
    static func isDate(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count >= 8, bytes[4] == UInt8(ascii: "-"), bytes[..<4].allSatisfy(isDigit) else { return false }
        let end = bytes.firstIndex { $0 | 0x20 == UInt8(ascii: "t") || $0 == 0x20 || $0 == 0x09 } ?? bytes.endIndex
        let parts = bytes[..<end].split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).dropFirst()
        guard parts.count == 2, parts.allSatisfy({ 1...2 ~= $0.count && $0.allSatisfy(isDigit) }) else { return false }
        guard end < bytes.endIndex else { return parts.allSatisfy { $0.count == 2 } }
        return isTime(bytes[end...].dropFirst().drop { $0 == 0x20 || $0 == 0x09 })
    }

    /// Whether hours, minutes and seconds come first, whatever follows them.
    private static func isTime(_ text: ArraySlice<UInt8>) -> Bool {
        let parts = text.split(separator: UInt8(ascii: ":"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, 1...2 ~= parts[0].count, parts[1].count == 2, parts[2].count >= 2 else { return false }
        return parts[0].allSatisfy(isDigit) && parts[1].allSatisfy(isDigit) && parts[2].prefix(2).allSatisfy(isDigit)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
}
