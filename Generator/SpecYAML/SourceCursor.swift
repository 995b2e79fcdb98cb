/// Finds the bytes at libyaml's marks, which count characters, in one pass over the file.
struct SourceCursor {
    private let bytes: [UInt8]
    private var offset = 0
    private var index = 0

    init(_ file: SourceFile) {
        bytes = file.bytes
    }

    /// The byte offset of a mark; nil for a mark before an earlier one.
    mutating func offset(of mark: YAMLMark) -> Int? {
        guard mark.index >= index else { return nil }
        while index < mark.index, offset < bytes.count {
            offset += 1
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            index += 1
        }
        return offset
    }

    /// The words before a value that begin with `&` or `!`, as far as they stand on one line, with the columns that they
    /// occupy.
    mutating func properties(at mark: YAMLMark) -> [(sign: UInt8, columns: Range<Int>)] {
        guard var at = offset(of: mark) else { return [] }
        var column = mark.column
        var found: [(sign: UInt8, columns: Range<Int>)] = []
        while at < bytes.count, Self.isSign(bytes[at]) {
            let (sign, begin) = (bytes[at], column)
            skip(&at, &column) { !Self.endsWord($0) }
            found.append((sign, begin..<column))
            skip(&at, &column) { $0 == UInt8(ascii: " ") }
        }
        return found
    }

    private func skip(_ at: inout Int, _ column: inout Int, while matches: (UInt8) -> Bool) {
        while at < bytes.count, matches(bytes[at]) {
            if bytes[at] & 0xC0 != 0x80 { column += 1 }
            at += 1
        }
    }

    private static func isSign(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "&") || byte == UInt8(ascii: "!")
    }

    private static func endsWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
        case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): true
        default: false
        }
    }
}
