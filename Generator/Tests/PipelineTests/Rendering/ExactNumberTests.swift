import Testing

@testable import Pipeline

@Suite struct ExactNumberTests {
    @Test(
        "a decimal number is written without a Double",
        arguments: [
            ("19.99", #"Decimal(digits: "19.99")"#), ("-0.10", #"Decimal(digits: "-0.10")"#),
            ("1.10e1", #"Decimal(digits: "1.10e1")"#), ("1e3", #"Decimal(digits: "1e3")"#), ("-5", "Decimal(-5)"),
            ("0.00", #"Decimal(digits: "0.00")"#), ("-0", "Decimal(0)"), ("1000", "Decimal(1_000)"),
            ("9223372036854775807", "Decimal(9_223_372_036_854_775_807)"),
            ("9223372036854775808", #"Decimal(digits: "9223372036854775808")"#),
            (
                "-12345678901234567890123456789012345678",
                #"Decimal(digits: "-12345678901234567890123456789012345678")"#
            ),
        ]
    )
    func decimals(digits: String, code: String) {
        #expect(ExactNumber.decimal(digits).text == code)
    }

    @Test(
        "a number of JSON is a literal where that keeps its digits",
        arguments: [
            ("1", "1"), ("-0.5", "-0.5"), ("19.99", "19.99"),
            ("1.10", #".number(JSONNumber(text: "1.10") ?? JSONNumber(0))"#),
            ("1.0", #".number(JSONNumber(text: "1.0") ?? JSONNumber(0))"#),
            ("12345678901234567890", #".number(JSONNumber(text: "12345678901234567890") ?? JSONNumber(0))"#),
            ("0.12345678901234567890", #".number(JSONNumber(text: "0.12345678901234567890") ?? JSONNumber(0))"#),
        ]
    )
    func json(digits: String, code: String) {
        #expect(ExactNumber.json(digits).text == code)
    }
}
