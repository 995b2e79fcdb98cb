/// Finds the lines of a file, reading no further than it was asked for.
///
/// Lazy, so that an excerpt from the top of a huge file is cheap; remembered, so that many excerpts cost one pass.
struct LineIndex: Sendable {
    private let bytes: [UInt8]
    private var starts = [0]
    private var scanned = 0

    init(_ file: SourceFile) {
        bytes = file.bytes
    }

    /// The bytes of a line, counted from 1, without LF or CRLF; nil if the file ends before it.
    mutating func range(ofLine number: Int) -> Range<Int>? {
        scan(pastLine: number)
        guard number >= 1, number <= starts.count else { return nil }
        let start = starts[number - 1]
        guard number < starts.count else { return start..<bytes.count }
        var end = starts[number] - 1
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return start..<end
    }

    private mutating func scan(pastLine number: Int) {
        while starts.count <= number, scanned < bytes.count {
            if bytes[scanned] == UInt8(ascii: "\n") { starts.append(scanned + 1) }
            scanned += 1
        }
    }
}
