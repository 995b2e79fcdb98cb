/// At most 32 bytes of ASCII that need no escape, in four words: what numbers and times are on the wire.
package struct ShortText: Sendable, Hashable {
    /// Eight bytes each, the first in the lowest byte; zeros behind the end.
    package let words: Words
    /// Number of bytes.
    package let count: Int

    /// Four words.
    package struct Words: Sendable, Hashable {
        package let first: UInt64
        package let second: UInt64
        package let third: UInt64
        package let fourth: UInt64
    }

    /// Takes a text as words, with zeros behind its end.
    @inline(__always)
    package init(_ first: UInt64, _ second: UInt64, _ third: UInt64, _ fourth: UInt64 = 0, count: Int) {
        words = Words(first: first, second: second, third: third, fourth: fourth)
        self.count = min(max(count, 0), 32)
    }
}

extension String {
    /// Makes a string of a short text.
    package init(_ text: ShortText) {
        let words = [text.words.first, text.words.second, text.words.third, text.words.fourth]
        self = String(
            decoding: words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word &>> UInt64($0 * 8)) } }
                .prefix(text.count),
            as: UTF8.self
        )
    }
}
