/// A read-only view of a document's bytes; every unsafe pointer of the module is in this type and in ``JSONBuffer``.
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
        UInt64(littleEndian: bytes(from: offset).loadUnaligned(as: UInt64.self))
    }

    /// Marks the bytes of a word that end a plain run; the lowest mark is always a true one.
    ///
    /// A byte is below 0x21 after its second bit is flipped when it is a control character or a quote; a subtraction
    /// borrows from the next byte only where a lower one is marked already.
    @inline(__always)
    private static func stops(_ word: UInt64) -> UInt64 {
        candidates(word) & ~word & 0x8080_8080_8080_8080
    }

    /// Marks the bytes of a word that end a run of ASCII; the lowest mark is always a true one.
    @inline(__always)
    private static func nonText(_ word: UInt64) -> UInt64 { (candidates(word) | word) & 0x8080_8080_8080_8080 }

    /// Marks what ``stops(_:)`` does, and some bytes above 0x7F.
    @inline(__always)
    private static func candidates(_ word: UInt64) -> UInt64 {
        let quoteOrControl = (word ^ 0x0202_0202_0202_0202) &- 0x2121_2121_2121_2121
        let backslash = (word ^ 0x5C5C_5C5C_5C5C_5C5C) &- 0x0101_0101_0101_0101
        return quoteOrControl | backslash
    }

    /// The end of a run of ASCII that stands for itself inside a JSON string.
    ///
    /// The run ends at a quote, a backslash, a control character, a byte above 0x7F or the end of the document.
    @inline(__always)
    func endOfASCIIRun(from start: Int) -> Int {
        var offset = start
        while offset &+ 8 <= count {
            let word = word(at: offset)
            let stops = Self.nonText(word)
            if stops != 0 { return offset &+ stops.trailingZeroBitCount &>> 3 }
            offset &+= 8
        }
        while offset < count, case let byte = buffer[offset], byte >= 0x20, byte != 0x22, byte != 0x5C, byte < 0x80 {
            offset &+= 1
        }
        return offset
    }

    /// The end of a run of bytes that stand for themselves inside a JSON string.
    ///
    /// The run ends at a quote, a backslash, a control character or the end of the document.
    /// - Parameter isASCII: Set to false when the run holds a byte above 0x7F; else left alone.
    func endOfPlainRun(from start: Int, isASCII: inout Bool) -> Int {
        var offset = endOfASCIIRun(from: start)
        guard offset < count, buffer[offset] >= 0x80 else { return offset }
        isASCII = false
        while offset &+ 8 <= count {
            let stops = Self.stops(word(at: offset))
            if stops != 0 { return offset &+ stops.trailingZeroBitCount &>> 3 }
            offset &+= 8
        }
        while offset < count, case let byte = buffer[offset], byte >= 0x20, byte != 0x22, byte != 0x5C { offset &+= 1 }
        return offset
    }

    /// Whether the bytes from an offset are those of a literal.
    @inline(__always)
    func matches(_ literal: StaticString, at start: Int, length: Int) -> Bool {
        guard literal.utf8CodeUnitCount == length, holds(start, start &+ length) else { return false }
        return length == 0 || Self.isEqual(UnsafeRawPointer(literal.utf8Start), bytes(from: start), length)
    }

    /// Whether the bytes from an offset are those of another view.
    func matches(_ other: JSONBytes, at start: Int, length: Int) -> Bool {
        guard other.count == length, holds(start, start &+ length) else { return false }
        return length == 0 || Self.isEqual(other.bytes(from: 0), bytes(from: start), length)
    }

    /// Whether a quote, a key and a quote with a colon stand at an offset, without white space.
    @inline(__always)
    func hasKey(_ literal: StaticString, at start: Int) -> Bool {
        let length = literal.utf8CodeUnitCount
        guard holds(start, start &+ length &+ 3) else { return false }
        let text = bytes(from: start)
        let end = UInt16(littleEndian: text.loadUnaligned(fromByteOffset: length &+ 1, as: UInt16.self))
        return end == 0x3A22 && text.load(as: UInt8.self) == UInt8(ascii: "\"")
            && Self.isEqual(UnsafeRawPointer(literal.utf8Start), text + 1, length)
    }

    /// The bytes from an offset on; the caller has checked that there are as many as it reads.
    @inline(__always)
    private func bytes(from start: Int) -> UnsafeRawPointer {
        // An empty document has no address and no byte that a caller could have found to be there.
        UnsafeRawPointer(buffer.baseAddress.unsafelyUnwrapped) + start
    }

    /// Whether two runs of bytes are equal; each has that many.
    ///
    /// Eight bytes a step, the last of them overlapping what has been compared.
    @inline(__always)
    private static func isEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, _ count: Int) -> Bool {
        @inline(__always)
        func same<Word: FixedWidthInteger>(_: Word.Type, at offset: Int) -> Bool {
            left.loadUnaligned(fromByteOffset: offset, as: Word.self)
                == right.loadUnaligned(fromByteOffset: offset, as: Word.self)
        }
        if count >= 8 {
            var offset = 0
            while offset &+ 8 < count {
                guard same(UInt64.self, at: offset) else { return false }
                offset &+= 8
            }
            return same(UInt64.self, at: count &- 8)
        }
        if count >= 4 { return same(UInt32.self, at: 0) && same(UInt32.self, at: count &- 4) }
        if count >= 2 { return same(UInt16.self, at: 0) && same(UInt16.self, at: count &- 2) }
        return count == 0 || same(UInt8.self, at: 0)
    }

    /// Whether a range lies inside the document.
    @inline(__always)
    private func holds(_ start: Int, _ end: Int) -> Bool {
        start >= 0 && start <= end && end <= count
    }

    /// The part of the buffer in a range that the caller has found to be inside the document.
    @inline(__always)
    func knownPart(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: buffer.baseAddress.map { $0 + start }, count: end &- start)
    }

    /// The part of the buffer in a range; empty when the range is not inside the document.
    @inline(__always)
    func part(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
        holds(start, end)
            ? UnsafeBufferPointer(rebasing: buffer[start..<end]) : UnsafeBufferPointer(rebasing: buffer[0..<0])
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

    /// Four bytes from an offset; the caller has checked that they are there.
    @inline(__always)
    private func halfWord(at offset: Int) -> UInt32 {
        bytes(from: offset).loadUnaligned(as: UInt32.self)
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
        return UInt64(buffer[0]) | UInt64(buffer[middle]) &<< UInt64(middle &* 8) | UInt64(buffer[last])
            &<< UInt64(last &* 8)
    }

    /// The text from an offset to the quote that ends it; nil where that is not ASCII without escapes, or is longer than 31 bytes.
    @inline(__always)
    func shortText(from start: Int) -> ShortText? {
        let (first, second, third, fourth) = words(at: start)
        // The first word in which something stands that ends a run of ASCII.
        if case let stops = Self.nonText(first), stops != 0 {
            return endsInQuote(start, stops) { ShortText(first & $0, 0, 0, 0, count: $1) }
        }
        if case let stops = Self.nonText(second), stops != 0 {
            return endsInQuote(start &+ 8, stops) { ShortText(first, second & $0, 0, 0, count: 8 &+ $1) }
        }
        if case let stops = Self.nonText(third), stops != 0 {
            return endsInQuote(start &+ 16, stops) { ShortText(first, second, third & $0, 0, count: 16 &+ $1) }
        }
        let stops = Self.nonText(fourth)
        return stops == 0
            ? nil : endsInQuote(start &+ 24, stops) { ShortText(first, second, third, fourth & $0, count: 24 &+ $1) }
    }

    /// Calls back with a mask of the bytes of a word below its lowest mark, and their number, if the marked byte is a quote.
    @inline(__always)
    private func endsInQuote(_ offset: Int, _ stops: UInt64, _ body: (UInt64, Int) -> ShortText) -> ShortText? {
        let bits = stops.trailingZeroBitCount & 0x38
        guard self[offset &+ bits &>> 3] == UInt8(ascii: "\"") else { return nil }
        return body(~(UInt64.max &<< UInt64(bits)), bits &>> 3)
    }

    /// Four words from an offset, zeros behind the end of the document.
    @inline(__always)
    private func words(at offset: Int) -> (UInt64, UInt64, UInt64, UInt64) {
        if holds(offset, offset &+ 32) {
            return (word(at: offset), word(at: offset &+ 8), word(at: offset &+ 16), word(at: offset &+ 24))
        }
        return (
            paddedWord(at: offset), paddedWord(at: offset &+ 8), paddedWord(at: offset &+ 16),
            paddedWord(at: offset &+ 24)
        )
    }

    /// Eight bytes from an offset, zeros behind the end of the document.
    @inline(never)
    private func paddedWord(at offset: Int) -> UInt64 {
        if offset >= 0, offset &+ 8 <= count { return word(at: offset) }
        return JSONBytes(buffer: part(offset, count)).shortWord
    }

    /// Appends the bytes of a range to an array.
    @inline(__always)
    func append(from start: Int, to end: Int, onto bytes: inout [UInt8]) {
        bytes.append(contentsOf: part(start, end))
    }
}
