/// A read-only view of a document's bytes; every unsafe pointer of the module is here and in ``JSONBuffer``.
///
/// All reads are checked against the bounds: past the end a byte reads as zero, which the grammar allows nowhere, so
/// that the parser needs no test of its own for the end of input.
struct JSONBytes {
    private let buffer: UnsafeBufferPointer<UInt8>

    /// Number of bytes in the document.
    var count: Int { buffer.count }

    /// Lends a view of an array; it must not leave the closure.
    static func withView<Result>(of bytes: [UInt8], _ body: (JSONBytes) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { body(JSONBytes(buffer: $0)) }
    }

    /// Lends a view of a string's UTF-8; it must not leave the closure.
    static func withView<Result>(of text: String, _ body: (JSONBytes) -> Result) -> Result {
        if let result = text.utf8.withContiguousStorageIfAvailable({ body(JSONBytes(buffer: $0)) }) { return result }
        var copy = text
        return copy.withUTF8 { body(JSONBytes(buffer: $0)) }
    }

    /// Lends a view of a literal's UTF-8; it must not leave the closure.
    @inline(__always)
    static func withView(of text: StaticString, _ body: (JSONBytes) -> Void) {
        text.withUTF8Buffer { body(JSONBytes(buffer: $0)) }
    }

    /// Feeds a string's bytes to a hasher, so that only byte-equal strings are sure to collide.
    static func hash(_ text: String, into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        hasher.combine(text.utf8.count)
    }

    /// The byte at an offset, or zero outside the document.
    @inline(__always)
    subscript(offset: Int) -> UInt8 {
        UInt(bitPattern: offset) < UInt(bitPattern: buffer.count) ? buffer[offset] : 0
    }

    /// Eight bytes from an offset, the first in the lowest byte; the caller has checked that they are there.
    @inline(__always)
    private func word(at offset: Int) -> UInt64 {
        UInt64(littleEndian: UnsafeRawBufferPointer(buffer).loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// Marks the bytes of a word that end a plain run; the lowest mark is always a true one.
    ///
    /// A byte is below 0x21 after its second bit is flipped when it is a control character or a quote; a subtraction
    /// borrows from the next byte only where a lower one is marked already.
    @inline(__always)
    private static func stops(_ word: UInt64) -> UInt64 {
        let quoteOrControl = (word ^ 0x0202_0202_0202_0202) &- 0x2121_2121_2121_2121
        let backslash = (word ^ 0x5C5C_5C5C_5C5C_5C5C) &- 0x0101_0101_0101_0101
        return (quoteOrControl | backslash) & ~word & 0x8080_8080_8080_8080
    }

    /// The end of a run of bytes that stand for themselves inside a JSON string.
    ///
    /// The run ends at a quote, a backslash, a control character or the end of the document.
    /// - Parameter isASCII: Set to false when the run holds a byte above 0x7F; else left alone.
    @inline(__always)
    func endOfPlainRun(from start: Int, isASCII: inout Bool) -> Int {
        var offset = start
        var high: UInt64 = 0
        while offset &+ 8 <= count {
            let word = word(at: offset)
            let stops = Self.stops(word)
            if stops != 0 {
                let length = stops.trailingZeroBitCount &>> 3
                high |= word & ~(UInt64.max &<< UInt64(length &* 8))
                if high & 0x8080_8080_8080_8080 != 0 { isASCII = false }
                return offset &+ length
            }
            high |= word
            offset &+= 8
        }
        while offset < count {
            let byte = buffer[offset]
            if byte < 0x20 || byte == 0x22 || byte == 0x5C { break }
            high |= UInt64(byte)
            offset &+= 1
        }
        if high & 0x8080_8080_8080_8080 != 0 { isASCII = false }
        return offset
    }

    /// Whether the bytes from an offset are those of a literal.
    @inline(__always)
    func matches(_ literal: StaticString, at start: Int, length: Int) -> Bool {
        guard literal.utf8CodeUnitCount == length, holds(start, start &+ length) else { return false }
        return matches(JSONBytes(buffer: UnsafeBufferPointer(start: literal.utf8Start, count: length)), at: start)
    }

    /// Compares with another view; the caller has checked that both are long enough.
    ///
    /// Eight bytes a step, the last of them overlapping what has been compared.
    @inline(__always)
    private func matches(_ other: JSONBytes, at start: Int) -> Bool {
        let length = other.count
        guard length >= 8 else { return matchesShort(other, at: start) }
        var offset = 0
        while offset &+ 8 < length {
            if word(at: start &+ offset) != other.word(at: offset) { return false }
            offset &+= 8
        }
        return word(at: start &+ length &- 8) == other.word(at: length &- 8)
    }

    @inline(__always)
    private func matchesShort(_ other: JSONBytes, at start: Int) -> Bool {
        let length = other.count
        if length >= 4 {
            return halfWord(at: start) == other.halfWord(at: 0)
                && halfWord(at: start &+ length &- 4) == other.halfWord(at: length &- 4)
        }
        for offset in 0..<length where buffer[start &+ offset] != other.buffer[offset] { return false }
        return true
    }

    /// Four bytes from an offset; the caller has checked that they are there.
    @inline(__always)
    private func halfWord(at offset: Int) -> UInt32 {
        UnsafeRawBufferPointer(buffer).loadUnaligned(fromByteOffset: offset, as: UInt32.self)
    }

    /// Whether a range lies inside the document.
    @inline(__always)
    private func holds(_ start: Int, _ end: Int) -> Bool {
        start >= 0 && start <= end && end <= count
    }

    /// The part of the buffer in a range; empty when the range is not inside the document.
    @inline(__always)
    private func part(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
        holds(start, end)
            ? UnsafeBufferPointer(rebasing: buffer[start..<end]) : UnsafeBufferPointer(rebasing: buffer[0..<0])
    }

    /// The text of a range, or nil when it is not UTF-8.
    /// - Parameter isASCII: True when the caller has seen that no byte is above 0x7F.
    @inline(__always)
    func string(from start: Int, to end: Int, isASCII: Bool) -> String? {
        let part = part(start, end)
        return isASCII ? Self.plain(part) : Self.validated(part)
    }

    /// A string of bytes that are known to be ASCII, and so need no check.
    @inline(__always)
    private static func plain(_ part: UnsafeBufferPointer<UInt8>) -> String {
        if #available(macOS 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *) {
            return String(copying: UTF8Span(unchecked: part.span, isKnownASCII: true))
        }
        return String(decoding: part, as: UTF8.self)
    }

    /// Whether a range is UTF-8.
    func isUTF8(from start: Int, to end: Int) -> Bool {
        let part = part(start, end)
        if #available(macOS 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *) {
            return (try? UTF8Span(validating: part.span)) != nil
        }
        return String(validating: part, as: UTF8.self) != nil
    }

    /// Strict conversion: no repair of bad bytes.
    private static func validated(_ part: UnsafeBufferPointer<UInt8>) -> String? {
        if #available(macOS 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *) {
            guard let span = try? UTF8Span(validating: part.span) else { return nil }
            return String(copying: span)
        }
        return String(validating: part, as: UTF8.self)
    }

    /// Copies all bytes to a place that has room for them.
    @inline(__always)
    func copy(to target: UnsafeMutablePointer<UInt8>) {
        guard let source = buffer.baseAddress else { return }
        target.update(from: source, count: count)
    }

    /// Copies all bytes to a place that has room for them and eight more; false where one needs an escape.
    ///
    /// Eight bytes a step, the last of them overlapping what has been copied; of a text of less than eight, zero to seven
    /// bytes of rubbish are left behind it.
    @inline(__always)
    func copyPlain(to target: UnsafeMutablePointer<UInt8>) -> Bool {
        let raw = UnsafeMutableRawPointer(target)
        guard count >= 8 else {
            let word = shortWord
            // What is behind the text must not look like control characters.
            let padding = 0x2020_2020_2020_2020 as UInt64 &<< UInt64(count &* 8)
            guard Self.stops(word | padding) == 0 else { return false }
            raw.storeBytes(of: word.littleEndian, as: UInt64.self)
            return true
        }
        var offset = 0
        while offset &+ 8 < count {
            let word = word(at: offset)
            guard Self.stops(word) == 0 else { return false }
            raw.storeBytes(of: word.littleEndian, toByteOffset: offset, as: UInt64.self)
            offset &+= 8
        }
        let last = word(at: count &- 8)
        guard Self.stops(last) == 0 else { return false }
        raw.storeBytes(of: last.littleEndian, toByteOffset: count &- 8, as: UInt64.self)
        return true
    }

    /// All bytes of a view of less than eight, and zeros behind them.
    @inline(__always)
    private var shortWord: UInt64 {
        if count >= 4 {
            let last = UInt64(UInt32(littleEndian: halfWord(at: count &- 4))) &<< UInt64((count &- 4) &* 8)
            return UInt64(UInt32(littleEndian: halfWord(at: 0))) | last
        }
        guard count > 0 else { return 0 }
        let (middle, last) = (count &>> 1, count &- 1)
        return UInt64(buffer[0]) | UInt64(buffer[middle]) &<< UInt64(middle &* 8) | UInt64(buffer[last]) &<< UInt64(last &* 8)
    }

    /// A range of at most 32 bytes that the caller has found to be inside the document.
    @inline(__always)
    func shortText(from start: Int, to end: Int) -> ShortText {
        let length = end &- start
        func word(_ index: Int) -> UInt64 {
            let offset = start &+ index &* 8
            let left = length &- index &* 8
            guard left > 0 else { return 0 }
            if left >= 8 || offset &+ 8 <= count {
                let word = self.word(at: offset)
                return left >= 8 ? word : word & ~(UInt64.max &<< UInt64(left &* 8))
            }
            return JSONBytes(buffer: UnsafeBufferPointer(rebasing: buffer[offset..<offset &+ left])).shortWord
        }
        return ShortText(word(0), word(1), word(2), word(3), count: length)
    }

    /// Appends the bytes of a range to an array.
    @inline(__always)
    func append(from start: Int, to end: Int, onto bytes: inout [UInt8]) {
        bytes.append(contentsOf: part(start, end))
    }
}
