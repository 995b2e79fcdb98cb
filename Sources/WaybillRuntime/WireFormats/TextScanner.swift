/// A cursor over ASCII text with a fixed layout.
struct TextScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Whether everything was read.
    var isAtEnd: Bool { position == bytes.count }

    /// Moves past a text, if it comes next.
    mutating func skip(_ text: StaticString) -> Bool {
        let end = position + text.utf8CodeUnitCount
        guard end <= bytes.count, text.withUTF8Buffer({ bytes[position..<end].elementsEqual($0) }) else { return false }
        position = end
        return true
    }

    /// Moves past one of several words, and tells which.
    mutating func word(among words: [StaticString]) -> Int? {
        for (index, word) in words.enumerated() where skip(word) { return index }
        return nil
    }

    /// Reads exactly so many digits.
    mutating func number(digits: Int) -> Int? {
        guard position + digits <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[position..<position + digits] {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        position += digits
        return value
    }

    /// Reads a run of digits, and gives them as they stand.
    mutating func digits() -> ArraySlice<UInt8> {
        let run = bytes[position...].prefix { (0x30...0x39).contains($0) }
        position = run.endIndex
        return run
    }

    /// Reads a time of day, `hh:mm:ss`.
    mutating func time() -> (hour: Int, minute: Int, second: Int)? {
        guard let hour = number(digits: 2), skip(":"), let minute = number(digits: 2), skip(":"),
            let second = number(digits: 2)
        else { return nil }
        return (hour, minute, second)
    }
}
