import Foundation
import Testing
@_spi(Generated) import WaybillJSON
import WaybillTesting

@Suite struct JSONNumberTests {
    static let zeros = String(repeating: "0", count: 10_000)

    @Test(
        "J06 whole numbers are exact",
        arguments: [
            ("0", 0), ("-0", 0), ("7", 7), ("9007199254740991", 9_007_199_254_740_991),
            ("9007199254740993", 9_007_199_254_740_993), ("-9007199254740993", -9_007_199_254_740_993),
            ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min), ("-9223372036854775807", Int.min + 1),
            ("1.0", 1), ("1e3", 1_000), ("1E+3", 1_000), ("100e-2", 1), ("1.50e1", 15), ("-0.0", 0),
            ("0e999999999999999999999", 0),
            ("9223372036854775807.000", Int.max), ("922337203685477580.7e1", Int.max),
            ("1e18", 1_000_000_000_000_000_000),
            ("0.\(zeros)e5", 0), ("1\(zeros)e-10000", 1), ("0.\(zeros)1e10001", 1),
            ("999999999999999999", 999_999_999_999_999_999),
        ]
    )
    func exact(_ text: String, value: Int) throws {
        #expect(try JSONReader.read(Array(text.utf8)) { $0.int() } == value)
        #expect(try JSONValue(parsing: text).intValue == value)
    }

    @Test(
        "J06 numbers that do not fit are typed faults",
        arguments: [
            "9223372036854775808", "-9223372036854775809", "18446744073709551616", "1e19", "1e400", "-1e400",
            "1\(zeros)",
            "10000000000000000000", "99999999999999999999", "1e999999999999999999999", "9223372036854775807.000e1",
        ]
    )
    func tooLarge(_ text: String) throws {
        #expect(Parsing.error(text) { $0.int() }?.reason == .outOfRange("Int"))
        #expect(try JSONValue(parsing: text).intValue == nil)
    }

    @Test(
        "J06 numbers that are not whole are typed faults",
        arguments: [
            "0.5", "1.5", "-1.25", "1e-1", "1e-400", "9223372036854775807.5", "1e-999999999999999999999", "0.\(zeros)1",
        ]
    )
    func notWhole(_ text: String) throws {
        #expect(Parsing.error(text) { $0.int() }?.reason == .invalidValue(expected: "a whole number"))
        #expect(try JSONValue(parsing: text).intValue == nil)
    }

    @Test("J06 doubles that are too large are a fault, those too small are zero")
    func doubleRange() throws {
        for text in ["1e400", "-1e400", "1e309", "1e999999999999999999999", "1\(Self.zeros)"] {
            #expect(Parsing.error(text) { $0.double() }?.reason == .outOfRange("Double"), "\(text.prefix(20))")
            #expect(try JSONValue(parsing: text).doubleValue == nil)
        }
        for text in ["1e-400", "0e400", "0", "1e-999999999999999999999", "0.\(Self.zeros)"] {
            #expect(try JSONReader.read(Array(text.utf8)) { $0.double() } == 0, "\(text.prefix(20))")
        }
        let negative = try JSONReader.read(Array("-0".utf8)) { $0.double() }
        #expect(negative.sign == .minus && negative == 0)
        #expect(try JSONValue(parsing: "-0.0000000000000000000000").doubleValue?.sign == .minus)
        #expect(try JSONReader.read(Array("1e-\(Self.zeros)5".utf8)) { $0.double() } == 1e-5)
    }

    @Test(
        "J07 64-bit ids survive reading and writing",
        arguments: [
            "9007199254740993", "-9223372036854775809", "18446744073709551615", "1.10", "1E5", "-0", "1e400",
            "3.1415926535897932384626433832795028841971",
        ]
    )
    func digits(_ text: String) throws {
        #expect(String(decoding: try JSONValue(parsing: text).serialized(), as: UTF8.self) == text)
        #expect(try JSONReader.read(Array(text.utf8)) { $0.number() }.text == text)
        let carrier = try Carrier(parsing: Array(#"{"name":"a","id":\#(text)}"#.utf8))
        #expect(String(decoding: try carrier.serialized(), as: UTF8.self) == #"{"name":"a","id":\#(text)}"#)
    }

    #if DEBUG
    static let patterns = 100_000
    #else
    static let patterns = 1_000_000
    #endif

    @Test("J08 random bit patterns: the shortest text reads back, here and in Foundation")
    func bitPatterns() throws {
        var random = SplitMix64(seed: 8)
        let values = (0..<Self.patterns).map { _ in Double(bitPattern: random.next()) }.filter(\.isFinite)
        var writer = JSONWriter()
        writer.value(values)
        let bytes = try writer.finish()
        let bits = values.map(\.bitPattern)
        #expect(try JSONReader.read(bytes) { $0.list { $0.double() } }.map(\.bitPattern) == bits)
        #expect(try JSONDecoder().decode([Double].self, from: Data(bytes)).map(\.bitPattern) == bits)
    }

    @Test("J08 random decimal texts are rounded as the standard library rounds them")
    func decimalTexts() throws {
        var random = SplitMix64(seed: 88)
        for _ in 0..<Self.patterns / 10 {
            let length = Int.random(in: 1...24, using: &random)
            let digits = (0..<length).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
            let text = "1\(digits.prefix(length / 2)).\(digits)e\(Int.random(in: -40...40, using: &random))"
            let value = try JSONReader.read(Array(text.utf8)) { $0.double() }
            if value != Double(text) { Issue.record("\(text) is read as \(value)") }
            if JSONNumber(text: text)?.double != Double(text) { Issue.record("\(text)") }
        }
    }

    @Test(
        "J08 hard cases of rounding",
        arguments: [
            "2.2250738585072011e-308", "2.2250738585072014e-308", "4.9e-324", "2.4703282292062327208e-324",
            "1.7976931348623157e308", "1.7976931348623158e308", "9007199254740993", "9007199254740992.5",
            "0.1", "1e23", "8.442911973260991817e-309", "123456789012345678901234567890",
            "1.00000000000000011102230246251565404",
            "1.00000000000000011102230246251565404236316680908203125" + String(repeating: "0", count: 900) + "1",
            "1.00000000000000011102230246251565404236316680908203125",
        ]
    )
    func hardCases(_ text: String) throws {
        #expect(try JSONReader.read(Array(text.utf8)) { $0.double() }.bitPattern == Double(text)?.bitPattern)
    }

    @Test(
        "J09 what is no number of JSON is refused",
        arguments: RefusedDocuments.numbers + ["NaN", "Infinity", " 1", "1 ", ""]
    )
    func invalid(_ text: String) {
        #expect(JSONNumber(text: text) == nil)
    }

    @Test("J08 numbers are equal when their exact values are")
    func equality() {
        func number(_ text: String) -> JSONNumber? { JSONNumber(text: text) }
        let equal = [
            ("1", "1.0"), ("1", "10e-1"), ("1e3", "1000"), ("0", "-0.0"), ("0.5", "5E-1"), ("0e9", "0"),
            ("1e5", "1e05"),
        ]
        for (left, right) in equal {
            #expect(number(left) == number(right))
            #expect(number(left).hashValue == number(right).hashValue)
        }
        let unequal = [
            ("1", "-1"), ("9007199254740993", "9007199254740992"), ("1", "10"), ("1e400", "1e401"),
            ("0.1", "0.10000001"),
        ]
        for (left, right) in unequal { #expect(number(left) != number(right)) }
        #expect(number("1e99999999999999999999") != number("1e99999999999999999998"))
        #expect(number("1e99999999999999999999") == number("1e99999999999999999999"))
    }

    @Test(
        "J08 doubles become the shortest text, whole ones without a fraction",
        arguments: [
            (1.0, "1"), (0.1, "0.1"), (-0.0, "-0"), (1e16, "1e+16"), (1e15, "1000000000000000"),
            (.leastNonzeroMagnitude, "5e-324"), (-2.5, "-2.5"),
        ]
    )
    func text(_ value: Double, text: String) {
        #expect(JSONNumber(value)?.text == text)
        #expect(JSONNumber(value)?.double?.bitPattern == value.bitPattern)
    }

    @Test("J09 a number cannot be made from what is not finite")
    func notFinite() {
        #expect(JSONNumber(Double.nan) == nil)
        #expect(JSONNumber(Double.infinity) == nil)
        #expect(JSONNumber(-Double.infinity) == nil)
        #expect(JSONNumber(.min).text == "-9223372036854775808")
    }
}
