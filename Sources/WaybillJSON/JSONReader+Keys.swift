/// Keys are strings that are seldom made: their bytes are compared where they stand.
extension JSONReader {
    /// Length of the current member's key, in bytes of UTF-8 and without its escapes.
    ///
    /// Mutating, as are the other questions: only then is the reader not copied for the asking.
    @_spi(Generated) public var keyLength: Int { mutating get { key.length } }

    /// Whether the current member has a key, byte for byte.
    @_spi(Generated) @inline(never)
    public mutating func isKey(_ literal: StaticString) -> Bool {
        if key.hasEscapes {
            return JSONBytes.withView(of: key.unescaped) { $0.matches(literal, at: 0, length: $0.count) }
        }
        return bytes.matches(literal, at: key.start, length: key.end &- key.start)
    }

    /// The key of the current member; made for unknown members only.
    @_spi(Generated) @inline(never)
    public mutating func currentKey() -> String {
        if key.hasEscapes {
            return JSONBytes.withView(of: key.unescaped) { $0.string(from: 0, to: $0.count, isASCII: false) } ?? ""
        }
        return bytes.string(from: key.start, to: key.end, isASCII: key.isASCII) ?? ""
    }

    /// Moves past a key and remembers it.
    @inline(__always)
    mutating func readKey() {
        let quote = position
        guard let span = scanString() else { return }
        key.start = span.start
        key.end = span.end
        key.isASCII = span.isASCII
        key.hasEscapes = span.hasEscapes
        if span.hasEscapes || !span.isASCII { checkKey(quote) }
    }

    @inline(never)
    private mutating func checkKey(_ quote: Int) {
        if !key.isASCII, !bytes.isUTF8(from: key.start, to: key.end) { return fail(.invalidUTF8, at: quote) }
        restoreKey()
    }

    /// Makes the bytes of an escaped key anew, after its place was set.
    mutating func restoreKey() {
        if key.hasEscapes { key.unescaped = bytes.unescaped(from: key.start, to: key.end) }
    }
}
