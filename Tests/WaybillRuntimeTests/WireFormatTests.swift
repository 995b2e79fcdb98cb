import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct WireFormatTests {
    @Test(
        "RFC 3339 timestamps with any fraction, with and without offset",
        arguments: [
            ("2026-05-01T03:38:07.165Z", 1_777_606_687.165), ("2026-05-01T03:38:07Z", 1_777_606_687),
            ("2026-05-01T03:38:07", 1_777_606_687), ("2026-05-01t03:38:07z", 1_777_606_687),
            ("2026-05-01 03:38:07+00:00", 1_777_606_687), ("2026-05-01T09:08:07+05:30", 1_777_606_687),
            ("2026-04-30T20:38:07-0700", 1_777_606_687), ("2026-05-01T03:38:07.123456789Z", 1_777_606_687.123_456_8),
            ("2026-05-01T03:38:07.5000000000000001Z", 1_777_606_687.5), ("1969-12-31T23:59:59.5Z", -0.5),
            ("2000-02-29T00:00:00Z", 951_782_400), ("2016-12-31T23:59:60Z", 1_483_228_800),
            ("2017-01-01T00:59:60+01:00", 1_483_228_800),
            ("0000-01-01T00:00:00Z", -62_167_219_200),
        ]
    )
    func timestamps(text: String, seconds: Double) throws {
        let date = try #require(RFC3339.parse(text))
        #expect(abs(date.timeIntervalSince1970 - seconds) < 1e-6)
    }

    @Test(
        "What is no timestamp",
        arguments: [
            "", "2026-05-01", "2026-05-01T03:38", "2026-13-01T03:38:07Z", "2026-02-29T03:38:07Z",
            "2026-05-01T24:00:00Z",
            "2026-05-01T03:38:07.Z", "2026-05-01T03:38:07Zx", "2026-05-01T03:38:07+25:00", "2026-05-01T03:38:07+05",
            "26-05-01T03:38:07Z", "2016-12-31T23:58:60Z", "2016-12-31T23:59:60+01:00", "２026-05-01T03:38:07Z",
            "2026-5-1T03:38:07Z", "never",
        ]
    )
    func noTimestamps(text: String) {
        #expect(RFC3339.parse(text) == nil)
    }

    @Test("Timestamps are written in UTC, with milliseconds or microseconds only where there are any")
    func writing() {
        #expect(RFC3339.text(Date(timeIntervalSince1970: 1_777_606_687)) == "2026-05-01T03:38:07Z")
        #expect(RFC3339.text(Date(timeIntervalSince1970: 1_777_606_687.165)) == "2026-05-01T03:38:07.165Z")
        #expect(RFC3339.text(Date(timeIntervalSince1970: -0.5)) == "1969-12-31T23:59:59.500Z")
        #expect(RFC3339.text(Date(timeIntervalSince1970: 0.000_2)) == "1970-01-01T00:00:00.000200Z")
        #expect(RFC3339.text(Date(timeIntervalSince1970: 0.000_000_2)) == "1970-01-01T00:00:00Z")
        #expect(RFC3339.text(Date(timeIntervalSince1970: 1e300)) == "9999-12-31T23:59:59.999Z")
        #expect(RFC3339.text(Date(timeIntervalSince1970: -.infinity)) == "0000-01-01T00:00:00Z")
        #expect(RFC3339.text(Date(timeIntervalSince1970: .nan)) == "1970-01-01T00:00:00Z")
    }

    @Test(
        "What came with six digits goes back with six, and with nine as the six that a date holds",
        arguments: [
            ("2024-09-23T20:20:01.123456Z", "2024-09-23T20:20:01.123456Z"),
            ("2024-09-23T20:20:01.000001Z", "2024-09-23T20:20:01.000001Z"),
            ("2024-09-23T20:20:01.123456789Z", "2024-09-23T20:20:01.123457Z"),
            ("2024-09-23T20:20:01.120000000Z", "2024-09-23T20:20:01.120Z"),
            ("1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999999Z"),
        ]
    )
    func microseconds(text: String, written: String) throws {
        #expect(RFC3339.text(try #require(RFC3339.parse(text))) == written)
    }

    @Test("Ten thousand random moments come back as they went")
    func roundTrip() {
        for _ in 0..<10_000 {
            let seconds = Double(Int64.random(in: -62_167_219_200_000...253_402_300_799_999)) / 1_000
            let date = RFC3339.parse(RFC3339.text(Date(timeIntervalSince1970: seconds)))
            #expect(date.map { abs($0.timeIntervalSince1970 - seconds) < 0.000_5 } == true)
        }
    }

    private func read<Value>(_ json: String, _ body: (inout JSONReader) -> Value?) -> Value? {
        try? JSONReader.read(Array(json.utf8), body)
    }

    @Test("Ids are texts or whole numbers")
    func identifiers() {
        #expect(read(#""msg_1""#) { $0.identifier() } == "msg_1")
        #expect(read("9007199254740993") { $0.identifier() } == "9007199254740993")
        #expect(read("99999999999999999999") { $0.identifier() } == "99999999999999999999")
        #expect(read("1e3") { $0.identifier() } == "1000")
        #expect(read("1.5") { $0.identifier() } == nil)
        #expect(read("true") { $0.identifier() } == nil)
    }

    @Test("Decimals are numbers or texts, exactly")
    func decimals() {
        #expect(read("450.10") { $0.decimal() } == Decimal(string: "450.10"))
        #expect(read(#""450.10""#) { $0.decimal() } == Decimal(string: "450.10"))
        #expect(read(#""12abc""#) { $0.decimal() } == nil)
        #expect(read(#""""#) { $0.decimal() } == nil)
        #expect(read("{}") { $0.decimal() } == nil)
    }

    @Test("Times in seconds, words for true, lists with commas")
    func others() {
        #expect(read("1700000000") { $0.epochTimestamp() } == Date(timeIntervalSince1970: 1_700_000_000))
        #expect(read(#""1700000000.5""#) { $0.epochTimestamp() } == Date(timeIntervalSince1970: 1_700_000_000.5))
        #expect(read("1e300") { $0.epochTimestamp() } == nil)
        #expect(read(#""soon""#) { $0.epochTimestamp() } == nil)
        #expect(read(#""True""#) { $0.textBool() } == true)
        #expect(read("false") { $0.textBool() } == false)
        #expect(read(#""yes""#) { $0.textBool() } == nil)
        #expect(read(#""a, b,,c ""#) { $0.commaList() } == ["a", "b", "c"])
    }

    @Test("They are written as they are read")
    func writers() throws {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("at", timestamp: Date(timeIntervalSince1970: 0))
        writer.member("none", timestamp: nil)
        writer.member("epoch", epochTimestamp: Date(timeIntervalSince1970: 1_700_000_000))
        writer.member("amount", decimal: Decimal(string: "450.10"))
        writer.member("list", commaList: ["a", "b"])
        writer.endObject()
        let text = String(decoding: try writer.finish(), as: UTF8.self)
        #expect(
            text == #"{"at":"1970-01-01T00:00:00Z","epoch":1700000000,"amount":450.1,"list":"a,b"}"#
        )
    }

    @Test("What is filled in per call: UUIDs of version 4, digits, the time; the rest stands for itself")
    func filling() throws {
        let clock = ManualClock(now: .milliseconds(1_777_606_687_165), randomness: .fixed(.max))
        var filling = RequestFilling(clock: clock.runtime)
        #expect(filling.make("a-{uuid}") == "a-ffffffff-ffff-4fff-bfff-ffffffffffff")
        #expect(filling.make("evt_{hex32}") == "evt_" + String(repeating: "f", count: 32))
        #expect(filling.make("{hex5}-{hex0}-{what}-{") == "fffff-{hex0}-{what}-{")
        #expect(filling.make("{now}") == "2026-05-01T03:38:07.165Z")
        #expect(filling.make("en") == "en")
        #expect(abs(filling.now.timeIntervalSince1970 - 1_777_606_687.165) < 1e-6)
    }

    @Test(
        "Durations in words",
        arguments: [(0, "0 s"), (250, "0.25 s"), (1_000, "1 s"), (60_005, "60.005 s"), (-500, "-0.5 s")]
    )
    func durations(milliseconds: Int, text: String) {
        #expect(Duration.milliseconds(milliseconds).secondsText == text)
    }
}
