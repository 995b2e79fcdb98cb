import Testing

@_spi(Generated) @testable import WaybillRuntime

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct TextFormTests {
    private func read<Value>(_ json: String, _ body: (inout JSONReader) -> Value?) -> Value? {
        try? JSONReader.read(Array(json.utf8), body)
    }

    private func written(_ write: (inout JSONWriter) -> Void) throws -> String {
        var writer = JSONWriter()
        writer.beginObject()
        write(&writer)
        writer.endObject()
        return String(decoding: try writer.finish(), as: UTF8.self)
    }

    @Test(
        "English times, in UTC whatever the device's zone is",
        arguments: [
            ("Sep 23, 2024, 8:20:01 PM", 1_727_122_801), ("Jan 1, 2025, 12:00:05 AM", 1_735_689_605),
            ("Dec 31, 2024, 12:59:59 PM", 1_735_649_999), ("Feb 29, 2024, 11:00:00 AM", 1_709_204_400),
            ("Sep 23, 2024, 8:20:01\u{A0}PM", 1_727_122_801), ("Sep 23, 2024, 8:20:01\u{202F}PM", 1_727_122_801),
            ("Jan 02, 2025, 03:04:09 AM", 1_735_787_049), ("Jan 1, 1970, 12:00:00 AM", 0),
        ]
    )
    func english(text: String, seconds: Int) {
        #expect(EnglishTimestamp.parse(text)?.timeIntervalSince1970 == Double(seconds))
    }

    @Test(
        "What is no English time",
        arguments: [
            "", "Sep 23, 2024", "Sep 23, 2024, 8:20:01", "Sep 23, 2024, 13:20:01 PM", "Sep 23, 2024, 0:20:01 AM",
            "Sept 23, 2024, 8:20:01 PM", "sep 23, 2024, 8:20:01 PM", "Feb 30, 2024, 8:20:01 PM",
            "Feb 29, 2025, 1:00:00 AM",
            "23 Sep 2024, 8:20:01 PM", "Sep 23, 24, 8:20:01 PM", "Sep 23, 2024, 8:61:01 PM",
            "Sep 23, 2024, 8:20:01 PM ",
            "Sep  23, 2024, 8:20:01 PM", "Sep 23, 2024, 8:20:01  PM", "Sep 123, 2024, 8:20:01 PM",
            "Okt 23, 2024, 8:20:01 PM",
            "Sep 23, 2024, 8:20:01 PM UTC", "Sep ２3, 2024, 8:20:01 PM", "2024-09-23T20:20:01Z",
        ]
    )
    func noEnglish(text: String) {
        #expect(EnglishTimestamp.parse(text) == nil)
        #expect(read(#"{"t":"\#(text)"}"#) { reader in reader.value(at: ["t"]) { $0.englishTimestamp() } } == nil)
    }

    @Test("English times are written as they are read, every hour of a leap year")
    func englishRoundTrip() {
        for hour in 0..<366 * 24 {
            let date = Date(timeIntervalSince1970: Double(1_704_067_200 + hour * 3_600 + hour % 3_600))
            if EnglishTimestamp.parse(EnglishTimestamp.text(date)) != date { Issue.record("\(date)") }
        }
        #expect(EnglishTimestamp.text(Date(timeIntervalSince1970: 1_727_122_801.9)) == "Sep 23, 2024, 8:20:01 PM")
        #expect(EnglishTimestamp.text(Date(timeIntervalSince1970: .nan)) == "Jan 1, 1970, 12:00:00 AM")
        #expect(EnglishTimestamp.text(Date(timeIntervalSince1970: .infinity)) == "Dec 31, 9999, 11:59:59 PM")
        #expect(EnglishTimestamp.text(Date(timeIntervalSince1970: -.infinity)) == "Jan 1, 0000, 12:00:00 AM")
    }

    @Test("Object dates with any fraction, nine digits among them, and with or without an offset")
    func objectDates() {
        let dates = [
            ("2024-09-23T20:19:59.873639", 1_727_122_799.873_639),
            ("2024-06-28T23:56:38.128604+00:00", 1_719_618_998.128_604),
            ("2021-04-05T22:14:48", 1_617_660_888), ("2023-01-18T01:07:20.075195879Z", 1_674_004_040.075_195_879),
        ]
        for (text, seconds) in dates {
            let date = read("\"\(text)\"") { $0.timestamp() }
            #expect(date.map { abs($0.timeIntervalSince1970 - seconds) < 1e-6 } == true, "\(text)")
        }
    }

    @Test(
        "Seconds since 1970, as a number or as text",
        arguments: [
            ("1700000000", 1_700_000_000), (#""1639083206""#, 1_639_083_206), ("0", 0), (#""-1""#, -1), ("1.5", 1.5),
            (#""1700000000.25""#, 1_700_000_000.25), ("1.7e9", 1_700_000_000), (#""999999999999""#, 999_999_999_999),
        ]
    )
    func epoch(json: String, seconds: Double) {
        #expect(read(json) { $0.epochTimestamp() }?.timeIntervalSince1970 == seconds)
    }

    @Test(
        "What is no time in seconds",
        arguments: [
            #""""#, #""now""#, #""0x10""#, #""nan""#, #""inf""#, "true", "[]", "1700000000000", #""1700000000000""#,
            "1e400",
            #""+1""#, #""1e3""#, #""1E3""#, #""1_000""#, #""１""#, #""01""#,
        ]
    )
    func noEpoch(json: String) {
        #expect(read(json) { $0.epochTimestamp() } == nil)
    }

    @Test("Truth as a word of Python or JSON")
    func bools() {
        for json in ["true", #""true""#, #""True""#, #""TRUE""#] { #expect(read(json) { $0.textBool() } == true) }
        for json in ["false", #""false""#, #""False""#, #""fALSE""#] { #expect(read(json) { $0.textBool() } == false) }
        for json in [#""yes""#, #""""#, "1", "0", "[]", #""true ""#] {
            #expect(read(json) { $0.textBool() } == nil)
        }
    }

    @Test("Whole numbers as text, to the last digit")
    func ints() {
        #expect(read("7") { $0.textInt() } == 7)
        #expect(read(#""-12""#) { $0.textInt() } == -12)
        #expect(read(#""9007199254740993""#) { $0.textInt() } == 9_007_199_254_740_993)
        for json in [#""9223372036854775808""#, #""1.5""#, #""""#, #""x""#, "1.5", "true", #""1,000""#] {
            #expect(read(json) { $0.textInt() } == nil, "\(json)")
        }
    }

    @Test("Amounts keep their digits")
    func decimals() {
        for (json, text) in [
            (#""12.0""#, "12"), ("0.33", "0.33"), (#""0.10""#, "0.1"), ("1000.5", "1000.5"), ("1e3", "1000"),
            (#""12345678901234567890.123456789""#, "12345678901234567890.123456789"), ("-0.000001", "-0.000001"),
        ] {
            #expect(read(json) { $0.decimal() } == Decimal(string: text), "\(json)")
            #expect(read(json) { $0.decimal() }.map { "\($0)" } == text, "\(json)")
        }
        let digits = "12345678901234567890123456789012345678"
        #expect(read("0.\(digits)") { $0.decimal() } == Decimal(string: "0.\(digits)"))
        #expect(read("\(digits)000") { $0.decimal() } == Decimal(string: "\(digits)000"))
        #expect(read("\(digits)9") { $0.decimal() } == nil)
        #expect(read("0.\(digits)9") { $0.decimal() } == nil)
        for json in [#""12,0""#, #""12.0 NGN""#, #""""#, #""NaN""#, "true", #""0x1""#] {
            #expect(read(json) { $0.decimal() } == nil, "\(json)")
        }
    }

    @Test("Lists with commas, and the same as an array")
    func commaLists() {
        #expect(read(#""2348000000001, 2348000000002""#) { $0.commaList() } == ["2348000000001", "2348000000002"])
        #expect(read(#"["a", "b,c"]"#) { $0.commaList() } == ["a", "b,c"])
        #expect(read(#"" a ,,b, ""#) { $0.commaList() } == ["a", "b"])
        #expect(read(#""""#) { $0.commaList() } == [])
        #expect(read("[]") { $0.commaList() } == [])
        for json in ["7", "{}", "[7]", #"["a",null]"#] { #expect(read(json) { $0.commaList() } == nil) }
    }

    @Test("Null is nil and no fault in every format")
    func nulls() {
        let isFine = read("[null,null,null,null,null,null]") { reader in
            reader.beginArray()
            var values: [Bool] = []
            if reader.nextElement() { values.append(reader.epochTimestamp() == nil) }
            if reader.nextElement() { values.append(reader.englishTimestamp() == nil) }
            if reader.nextElement() { values.append(reader.textBool() == nil) }
            if reader.nextElement() { values.append(reader.textInt() == nil) }
            if reader.nextElement() { values.append(reader.commaList() == nil) }
            if reader.nextElement() { values.append(reader.batch { $0.int() } == nil) }
            return !reader.nextElement() && !reader.hasFailed && values == Array(repeating: true, count: 6)
        }
        #expect(isFine == true)
    }

    @Test("Each format is written in one way, and nil not at all")
    func writing() throws {
        let date = Date(timeIntervalSince1970: 1_727_122_801)
        let json = try written { writer in
            writer.member("a", epochTimestamp: date)
            writer.member("b", epochTimestamp: Date(timeIntervalSince1970: 0.5))
            writer.member("c", englishTimestamp: date)
            writer.member("f", commaList: ["a", "b"])
            writer.member("g", batch: Batch([1, 2]))
            writer.member("h", decimal: Decimal(string: "0.10"))
        }
        #expect(
            json
                == #"{"a":1727122801,"b":0.5,"c":"Sep 23, 2024, 8:20:01 PM","f":"a,b","g":[1,2],"h":0.1}"#
        )
        let empty = try written { writer in
            writer.member("a", epochTimestamp: nil)
            writer.member("c", englishTimestamp: nil)
            writer.member("f", commaList: nil)
            writer.member("g", batch: Batch<Int>?.none)
        }
        #expect(empty == "{}")
        #expect(throws: JSONError.self) {
            try written { $0.member("a", epochTimestamp: Date(timeIntervalSince1970: .infinity)) }
        }
    }
}
