/// A growing buffer for a document that is being written.
///
/// Every write makes sure of its room first, with a word to spare, so that texts are copied in words.
struct JSONBuffer: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int

    /// Number of bytes written.
    private(set) var count = 0

    init() {
        capacity = 256
        start = .allocate(capacity: capacity)
    }

    deinit { start.deallocate() }

    /// What has been written.
    var bytes: [UInt8] { bytes(from: 0) }

    /// What has been written from an offset on.
    func bytes(from offset: Int) -> [UInt8] {
        Array(UnsafeBufferPointer(start: start, count: count)[min(max(offset, 0), count)...])
    }

    /// Makes room for more bytes, and a word behind them.
    @inline(__always)
    private mutating func reserve(_ more: Int) {
        if capacity &- count < more &+ 8 { grow(more &+ 8) }
    }

    @inline(never)
    private mutating func grow(_ more: Int) {
        // Copies made on the way to a large document are a third of it, and not as much as the document itself. What is left over is given
        // back with the buffer.
        capacity += max(more, capacity < 1 << 20 ? capacity * 3 : capacity)
        let new = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        new.update(from: start, count: count)
        start.deallocate()
        start = new
    }

    /// Appends a byte that there is room for.
    @inline(__always)
    private mutating func put(_ byte: UInt8) {
        start[count] = byte
        count &+= 1
    }

    /// Appends a byte, after a comma where one is due.
    @inline(__always)
    mutating func append(_ byte: UInt8, comma: Bool = false) {
        reserve(2)
        if comma { put(UInt8(ascii: ",")) }
        put(byte)
    }

    /// Appends bytes as they are.
    @inline(__always)
    mutating func append(_ view: JSONBytes, comma: Bool) {
        reserve(view.count &+ 1)
        if comma { put(UInt8(ascii: ",")) }
        view.copy(to: start + count)
        count &+= view.count
    }

    /// Appends a text in quotes; false, and nothing is appended, where it needs an escape.
    @inline(__always)
    mutating func appendQuoted(_ view: JSONBytes, comma: Bool, colon: Bool) -> Bool {
        reserve(view.count &+ 4)
        // The same bytes in another order: nothing of them counts before the text has been found to be plain.
        let text = start + count + (comma ? 2 : 1)
        guard view.copyPlain(to: text) else { return false }
        if comma { put(UInt8(ascii: ",")) }
        put(UInt8(ascii: "\""))
        count &+= view.count
        put(UInt8(ascii: "\""))
        if colon { put(UInt8(ascii: ":")) }
        return true
    }

    /// Appends bytes that have their escapes already, in quotes.
    mutating func append(quoted view: JSONBytes, comma: Bool, colon: Bool) {
        append(UInt8(ascii: "\""), comma: comma)
        append(view, comma: false)
        append(UInt8(ascii: "\""))
        if colon { append(UInt8(ascii: ":")) }
    }

    /// Appends a short text, in quotes where it is to have them.
    @inline(__always)
    mutating func append(_ text: ShortText, isQuoted: Bool, comma: Bool) {
        reserve(40)
        if comma { put(UInt8(ascii: ",")) }
        if isQuoted { put(UInt8(ascii: "\"")) }
        let raw = UnsafeMutableRawPointer(start + count)
        raw.storeBytes(of: text.words.first.littleEndian, as: UInt64.self)
        raw.storeBytes(of: text.words.second.littleEndian, toByteOffset: 8, as: UInt64.self)
        raw.storeBytes(of: text.words.third.littleEndian, toByteOffset: 16, as: UInt64.self)
        raw.storeBytes(of: text.words.fourth.littleEndian, toByteOffset: 24, as: UInt64.self)
        count &+= text.count
        if isQuoted { put(UInt8(ascii: "\"")) }
    }

    /// Appends an integer.
    mutating func append(_ value: Int, comma: Bool) {
        reserve(24)
        if comma { put(UInt8(ascii: ",")) }
        if value < 0 { put(UInt8(ascii: "-")) }
        append(value.magnitude)
    }

    /// Appends digits that there is room for.
    @inline(__always)
    private mutating func append(_ value: UInt) {
        let length = Self.digitCount(value)
        var rest = value
        var end = start + count + length
        while rest >= 10 {
            end -= 1
            end.pointee = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        (end - 1).pointee = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest)
        count &+= length
    }

    private static func digitCount(_ value: UInt) -> Int {
        var count = 1
        var bound: UInt = 10
        while value >= bound {
            count &+= 1
            let (next, overflow) = bound.multipliedReportingOverflow(by: 10)
            if overflow { break }
            bound = next
        }
        return count
    }

    /// Appends a decimal of up to three places without zeros at its end; the value has few enough digits to be exact.
    mutating func append(thousandths value: Int, comma: Bool) {
        reserve(32)
        if comma { put(UInt8(ascii: ",")) }
        if value < 0 { put(UInt8(ascii: "-")) }
        let (whole, fraction) = value.magnitude.quotientAndRemainder(dividingBy: 1_000)
        append(whole)
        guard fraction != 0 else { return }
        put(UInt8(ascii: "."))
        put(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: fraction / 100))
        if fraction % 100 != 0 { put(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: fraction / 10 % 10)) }
        if fraction % 10 != 0 { put(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: fraction % 10)) }
    }
}
