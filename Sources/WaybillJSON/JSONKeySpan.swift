/// Where the key of the current member stands, and its bytes where they were escaped.
struct JSONKeySpan {
    /// Offsets of the key between its quotes, as written.
    var start = 0
    var end = 0
    var isASCII = true
    var hasEscapes = false
    /// The key's own bytes; only meaningful when it was written with escapes.
    var unescaped: [UInt8] = []

    /// Length of the key itself in bytes of UTF-8.
    var length: Int { hasEscapes ? unescaped.count : end &- start }
}
