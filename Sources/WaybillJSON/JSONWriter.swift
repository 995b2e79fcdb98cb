/// Builds a document, for the models' `encode(to:)` in generated code.
///
/// Commas are its business. Its error is sticky: what JSON cannot express is recorded, written as null, and thrown at
/// the end.
public struct JSONWriter: ~Copyable {
    /// What has been written so far; always well-formed, even after a fault.
    private var buffer = JSONBuffer()
    private var isCommaDue = false
    /// Where the objects begin that are open, the innermost last.
    private var openObjects: [Int] = []
    private var fault: (offset: Int, reason: JSONError.Reason)?

    /// Makes an empty writer.
    @_spi(Generated) public init() {}

    /// What has been written so far.
    var bytes: [UInt8] { buffer.bytes }

    /// Hands the document over.
    /// - Throws: The first fault, with its path.
    @_spi(Generated)
    public func finish() throws(JSONError) -> [UInt8] {
        try finish(model: nil)
    }

    /// - Parameter model: Is asked for the name that an error has, and only then: to make it takes longer than to write most models.
    func finish(model: @autoclosure () -> String?) throws(JSONError) -> [UInt8] {
        guard let fault else { return bytes }
        let path = JSONBytes.withView(of: bytes) { JSONPath(to: fault.offset, in: $0).text }
        throw JSONError(offset: fault.offset, path: path, reason: fault.reason, model: model())
    }

    /// Records that the value due here cannot be written, and writes null in its place.
    @_spi(Generated) @inline(never)
    public mutating func fail(_ reason: JSONError.Reason) {
        null()
        if fault == nil { fault = (buffer.count - 4, reason) }
    }

    // MARK: Structure

    /// Begins an object; each member is a key, then a value.
    @_spi(Generated) @inline(never)
    public mutating func beginObject() {
        open(UInt8(ascii: "{"))
        openObjects.append(buffer.count - 1)
    }

    /// Ends the innermost object.
    @_spi(Generated) @inline(never)
    public mutating func endObject() {
        close(UInt8(ascii: "}"))
        openObjects.removeLast()
    }

    /// The keys that the innermost object has so far.
    func writtenKeys() -> [JSONKey] {
        JSONReader.keys(ofUnfinished: buffer.bytes(from: openObjects.last ?? buffer.count))
    }

    /// Begins an array; each value is an element.
    @_spi(Generated) @inline(never)
    public mutating func beginArray() { open(UInt8(ascii: "[")) }

    /// Ends the innermost array.
    @_spi(Generated) @inline(never)
    public mutating func endArray() { close(UInt8(ascii: "]")) }

    private mutating func open(_ bracket: UInt8) {
        buffer.append(bracket, comma: isCommaDue)
        isCommaDue = false
    }

    private mutating func close(_ bracket: UInt8) {
        buffer.append(bracket)
        isCommaDue = true
    }

    /// Writes a key that is not known before; its value has to follow.
    @_spi(Generated) @inline(never)
    public mutating func key(_ key: String) {
        JSONBytes.withView(of: key) { quote($0, colon: true) }
        isCommaDue = false
    }

    /// Writes a key of a model; its value has to follow.
    @_spi(Generated) @inline(never)
    public mutating func key(_ key: StaticString) {
        JSONBytes.withView(of: key) { quote($0, colon: true) }
        isCommaDue = false
    }

    // MARK: Values

    /// Writes the literal `null`.
    @_spi(Generated) @inline(never)
    public mutating func null() { raw("null") }

    /// Writes a string, escaping what JSON requires.
    @_spi(Generated) @inline(never)
    public mutating func value(_ value: String) {
        JSONBytes.withView(of: value) { quote($0, colon: false) }
        isCommaDue = true
    }

    /// Writes true or false.
    @_spi(Generated) @inline(never)
    public mutating func value(_ value: Bool) { raw(value ? "true" : "false") }

    /// Writes a number as a value.
    @_spi(Generated) @inline(never)
    public mutating func value(_ value: Int) {
        buffer.append(value, comma: isCommaDue)
        isCommaDue = true
    }

    /// Writes a number as the shortest text that reads back as the same double; one that is not finite is a fault.
    @_spi(Generated) @inline(never)
    public mutating func value(_ value: Double) {
        guard value.isFinite else { return fail(.notFinite) }
        // A double that is the nearest to a decimal of up to 15 digits has no shorter text: of such decimals no two are one double.
        let thousandths = (value * 1_000).rounded()
        guard abs(thousandths) < 1e15, thousandths / 1_000 == value, value != 0 else {
            return raw(JSONNumber.text(of: value))
        }
        buffer.append(thousandths: Int(thousandths), comma: isCommaDue)
        isCommaDue = true
    }

    /// Writes anything else that can be written.
    @_spi(Generated)
    public mutating func value(_ value: some JSONWritable) { value.encode(to: &self) }

    /// Writes text that is JSON already.
    mutating func raw(_ json: String) {
        JSONBytes.withView(of: json) { buffer.append($0, comma: isCommaDue) }
        isCommaDue = true
    }

    /// Writes a text that needs no escapes as a string.
    package mutating func value(_ text: ShortText) {
        buffer.append(text, isQuoted: true, comma: isCommaDue)
        isCommaDue = true
    }

    /// Writes a string with the escapes that it needs: quote, backslash and the 32 control characters.
    @inline(__always)
    private mutating func quote(_ text: JSONBytes, colon: Bool) {
        if !buffer.appendQuoted(text, comma: isCommaDue, colon: colon) { quoteEscaped(text, colon: colon) }
    }

    @inline(never)
    private mutating func quoteEscaped(_ text: JSONBytes, colon: Bool) {
        JSONBytes.withView(of: Self.escaped(text)) { buffer.append(quoted: $0, comma: isCommaDue, colon: colon) }
    }

    @inline(never)
    private static func escaped(_ text: JSONBytes) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count + text.count / 8 + 8)
        var isASCII = true
        var start = 0
        while start < text.count {
            let end = text.endOfPlainRun(from: start, isASCII: &isASCII)
            text.append(from: start, to: end, onto: &bytes)
            if end < text.count { escape(text[end], onto: &bytes) }
            start = end + 1
        }
        return bytes
    }

    private static let hexadecimal = Array("0123456789abcdef".utf8)

    private static func escape(_ byte: UInt8, onto bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0..<0x20: bytes += Array("u00".utf8) + [hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
        default: bytes.append(byte)
        }
    }
}
