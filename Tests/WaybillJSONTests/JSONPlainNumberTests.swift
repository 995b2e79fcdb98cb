import Testing
@_spi(Generated) import WaybillJSON

/// Numbers that end in a comma or a bracket are read on the spot; the same with a blank behind them are not, and must read the same.
@Suite struct JSONPlainNumberTests {
    static let numbers = [
        "0", "1", "9", "10", "01", "00", "007", "-0", "-1", "-01", "12345678901234567", "123456789012345678",
        "1234567890123456789",
        "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "1.0", "1e3",
        "1E+2", "1.5", "0.5", "00.5",
        "01.5", "1.", ".5", "1.e3", "1.5e3", "1.25", "0.001", "123456789012.345", "1234567890123.456",
        "12345678901234.567",
        "0.1234567890123456789", "1.7976931348623157e308", "1e400", "5e-324", "+1", "1a", "1.5x", "--1", "1-", "0x10",
        "1_000", "",
        "999999999999999.9", "99999999999999.99", "4.35", "0.30000000000000004", "179769313486231570000.5", "100.000",
        "0.0",
    ]

    @Test("a number reads the same with and without a blank behind it", arguments: numbers)
    func isTheSame(text: String) throws {
        for end in [",", "}"] {
            let rest = end == "," ? #""b":0}"# : ""
            #expect(
                value(#"{"a":\#(text)\#(end)\#(rest)"#) { $0.int() }
                    == value(#"{"a":\#(text) \#(end)\#(rest)"#) { $0.int() }
            )
            let (plain, slow) = (
                value(#"{"a":\#(text)\#(end)\#(rest)"#) { $0.double() },
                value(#"{"a":\#(text) \#(end)\#(rest)"#) { $0.double() }
            )
            #expect(plain == slow)
            if let plain, let double = Double(text) { #expect(plain == double) }
        }
    }

    /// The value of the member `a`; nil where the document is refused.
    private func value<Value>(_ text: String, _ read: (inout JSONReader) -> Value?) -> Value? {
        try? JSONReader.read(Array(text.utf8)) { reader in
            var value: Value?
            reader.beginObject("object")
            while reader.nextKey() {
                if reader.isKey("a") { value = read(&reader) } else { reader.skip() }
            }
            return value
        }
    }
}
