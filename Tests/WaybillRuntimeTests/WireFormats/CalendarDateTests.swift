import Foundation
import Testing
@_spi(Generated) import WaybillJSON

@_spi(Generated) @testable import WaybillRuntime

@Suite struct CalendarDateTests {
    @Test(
        "days and their distance from 1970-01-01, as Python's datetime has them",
        arguments: [
            ("0001-01-01", -719_162), ("1582-10-15", -141_427), ("1899-12-31", -25_568), ("1900-03-01", -25_508),
            ("1969-12-31", -1), ("1970-01-01", 0), ("2000-02-29", 11_016), ("2024-12-31", 20_088),
            ("2026-05-01", 20_574), ("2100-02-28", 47_540), ("2100-03-01", 47_541), ("9999-12-31", 2_932_896),
        ]
    )
    func days(text: String, distance: Int) throws {
        let day = try #require(CalendarDate(text))
        let first: CalendarDate = "1970-01-01"
        #expect(day.description == text)
        #expect(day.days(since: first) == distance)
        #expect(first.adding(days: distance) == day)
        #expect((day < first) == (distance < 0))
        #expect(try JSONReader.read(Array("\"\(text)\"".utf8)) { $0.calendarDate() } == day)
    }

    @Test(
        "what is no day",
        arguments: [
            "", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-01", "2026-01-00", "2026-04-31", "2026-5-1",
            "26-05-01", "+2026-05-01", "2026-05-01T00:00:00Z", " 2026-05-01", "2026-05-01 ", "20260501", "２０２６-05-01",
        ]
    )
    func none(text: String) {
        #expect(CalendarDate(text) == nil)
        #expect((try? JSONReader.read(Array("\"\(text)\"".utf8)) { $0.calendarDate() }) == nil)
    }

    @Test("the day of a moment depends on the zone, and on the zone's time then")
    func zones() throws {
        let moment = Date(timeIntervalSince1970: 1_777_606_200)  // 2026-05-01 03:30 UTC
        #expect(CalendarDate(moment, in: try #require(TimeZone(secondsFromGMT: 0))) == "2026-05-01")
        #expect(CalendarDate(moment, in: try #require(TimeZone(secondsFromGMT: -4 * 3_600))) == "2026-04-30")
        #expect(CalendarDate(moment, in: try #require(TimeZone(secondsFromGMT: 14 * 3_600))) == "2026-05-01")
        let before = Date(timeIntervalSince1970: -0.5)
        #expect(CalendarDate(before, in: try #require(TimeZone(secondsFromGMT: 0))) == "1969-12-31")
        #expect(CalendarDate(.distantFuture, in: .gmt) == "4001-01-01")
        #expect(CalendarDate(Date(timeIntervalSince1970: 1e300), in: .gmt) == "9999-12-31")
    }

    @Test("there is nothing before the year 0 and after 9999")
    func ends() throws {
        let last: CalendarDate = "9999-12-31"
        #expect(last.adding(days: 1) == nil)
        #expect(last.adding(days: .max) == nil)
        #expect(try #require(CalendarDate(year: 0, month: 1, day: 1)).adding(days: -1) == nil)
        #expect(CalendarDate(year: 10_000, month: 1, day: 1) == nil)
    }
}
