extension JSONReader {
    /// A string as it stands in the document: checked, but not yet made.
    struct StringSpan {
        let start: Int
        let end: Int
        let isASCII: Bool
        let hasEscapes: Bool
    }

    /// Reads a string; nil for null, and for another type after recording a fault.
    @_spi(Generated) @inline(never)
    public mutating func string() -> String? {
        guard bytes[position] == UInt8(ascii: "\"") else { return stringBehindSpace() }
        let end = bytes.endOfASCIIRun(from: position &+ 1)
        guard bytes[end] == UInt8(ascii: "\"") else { return stringBehindSpace() }
        valueStart = position
        position = end &+ 1
        return bytes.plainString(from: valueStart &+ 1, to: end)
    }

    /// Reads a string that may have anything in it, and white space before it.
    @inline(never)
    private mutating func stringBehindSpace() -> String? {
        skipWhitespace()
        guard bytes[position] == UInt8(ascii: "\"") else {
            mismatch(.string)
            return nil
        }
        valueStart = position
        guard let span = scanString() else { return nil }
        if span.hasEscapes { return unescapedString(span) }
        guard let text = bytes.string(from: span.start, to: span.end, isASCII: span.isASCII) else {
            fail(.invalidUTF8, at: valueStart)
            return nil
        }
        return text
    }

    /// The string that comes next, without moving, where it is ASCII without escapes and has at most 31 bytes.
    package mutating func peekShortText() -> ShortText? {
        skipWhitespace()
        guard bytes[position] == UInt8(ascii: "\"") else { return nil }
        return bytes.shortText(from: position &+ 1)
    }

    /// Moves past the string that ``peekShortText()`` has given.
    package mutating func skipShortText(_ text: ShortText) {
        valueStart = position
        position &+= text.count &+ 2
    }

    private mutating func unescapedString(_ span: StringSpan) -> String? {
        let unescaped = bytes.unescaped(from: span.start, to: span.end)
        let text = JSONBytes.withView(of: unescaped) { $0.string(from: 0, to: $0.count, isASCII: span.isASCII) }
        if text == nil { fail(.invalidUTF8, at: span.start - 1) }
        return text
    }

    /// Moves past a string, checking it as if it were read.
    mutating func skipString() {
        guard let span = scanString() else { return }
        if !span.isASCII, !bytes.isUTF8(from: span.start, to: span.end) {
            fail(.invalidUTF8, at: span.start - 1)
        }
    }

    /// Moves past a string that begins here, and tells where its content is; UTF-8 is not checked yet.
    @inline(__always)
    mutating func scanString() -> StringSpan? {
        let start = position &+ 1
        var isASCII = true
        let end = bytes.endOfPlainRun(from: start, isASCII: &isASCII)
        guard bytes[end] == UInt8(ascii: "\"") else { return scanRest(start, end, isASCII) }
        position = end &+ 1
        return StringSpan(start: start, end: end, isASCII: isASCII, hasEscapes: false)
    }

    /// Goes on with a string after its first plain run, where an escape or a fault stands.
    @inline(never)
    private mutating func scanRest(_ start: Int, _ first: Int, _ isASCII: Bool) -> StringSpan? {
        var end = first
        var isASCII = isASCII
        while bytes[end] == UInt8(ascii: "\\") {
            guard let next = endOfEscape(at: end, isASCII: &isASCII) else { return nil }
            end = bytes.endOfPlainRun(from: next, isASCII: &isASCII)
        }
        guard bytes[end] == UInt8(ascii: "\"") else {
            fail(end >= bytes.count ? .unexpectedEnd : .controlCharacter, at: end)
            return nil
        }
        position = end &+ 1
        return StringSpan(start: start, end: end, isASCII: isASCII, hasEscapes: true)
    }

    /// Checks an escape (RFC 8259, section 7) and tells where it ends.
    private mutating func endOfEscape(at offset: Int, isASCII: inout Bool) -> Int? {
        switch bytes[offset + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return offset + 2
        case UInt8(ascii: "u"):
            return endOfUnicodeEscape(at: offset, isASCII: &isASCII)
        default:
            fail(offset + 1 >= bytes.count ? .unexpectedEnd : .invalidEscape, at: offset + 1)
            return nil
        }
    }

    private mutating func endOfUnicodeEscape(at offset: Int, isASCII: inout Bool) -> Int? {
        guard let unit = bytes.codeUnit(at: offset + 2) else {
            fail(offset + 6 > bytes.count ? .unexpectedEnd : .invalidEscape, at: offset + 2)
            return nil
        }
        if unit > 0x7F { isASCII = false }
        guard (0xD800...0xDFFF).contains(unit) else { return offset + 6 }
        guard unit < 0xDC00, let low = bytes.lowSurrogate(at: offset + 6), low >= 0xDC00 else {
            fail(.loneSurrogate, at: offset)
            return nil
        }
        return offset + 12
    }
}
