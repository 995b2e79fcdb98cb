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

    /// Whether the current member has a key that is known only at run time, byte for byte.
    package mutating func isKey(_ text: String) -> Bool {
        if key.hasEscapes { return key.unescaped.elementsEqual(text.utf8) }
        return JSONBytes.withView(of: text) { bytes.matches($0, at: key.start, length: key.end &- key.start) }
    }

    /// The mark that an object keeps of the current member's key.
    var keyMark: UInt64 {
        if key.hasEscapes { return JSONObjectContents.mark(of: key.unescaped) }
        guard key.end > key.start else { return JSONObjectContents.mark(first: 0, last: 0, count: 0) }
        return JSONObjectContents.mark(first: bytes[key.start], last: bytes[key.end &- 1], count: key.end &- key.start)
    }

    /// The key of the current member; made for unknown members only.
    @_spi(Generated) @inline(never)
    public mutating func currentKey() -> String {
        if key.hasEscapes {
            return JSONBytes.withView(of: key.unescaped) { $0.string(from: 0, to: $0.count, isASCII: false) } ?? ""
        }
        return bytes.string(from: key.start, to: key.end, isASCII: key.isASCII) ?? ""
    }

    /// Moves past a comma, a key and its colon, if just these come next, without white space; false, and nothing is moved, otherwise.
    @inline(__always)
    mutating func advance(past literal: StaticString) -> Bool {
        guard isAtFirst || bytes[position] == UInt8(ascii: ",") else { return false }
        let quote = isAtFirst ? position : position &+ 1
        guard bytes.hasKey(literal, at: quote) else { return false }
        let end = quote &+ 1 &+ literal.utf8CodeUnitCount
        isAtFirst = false
        key.start = quote &+ 1
        key.end = end
        key.isASCII = literal.isASCII
        key.hasEscapes = false
        position = end &+ 2
        return true
    }

    /// The place of the current member's key among others, of which those from a place on are looked at first.
    @inline(never)
    mutating func place(among keys: [StaticString], from expected: Int) -> Int? {
        let length = key.length
        let expected = min(expected, keys.count)
        for place in expected..<keys.count where keys[place].utf8CodeUnitCount == length && isKey(keys[place]) {
            return place
        }
        for place in 0..<expected where keys[place].utf8CodeUnitCount == length && isKey(keys[place]) { return place }
        return nil
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
