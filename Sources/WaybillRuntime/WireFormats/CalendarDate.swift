@_spi(Generated) public import WaybillJSON

#if canImport(FoundationEssentials)
public import struct FoundationEssentials.Date
public import struct FoundationEssentials.TimeZone
#else
public import struct Foundation.Date
public import struct Foundation.TimeZone
#endif

/// A day of the Gregorian calendar, such as a birthday or a due date: `2026-05-01`.
///
/// It is no moment, and belongs to no time zone: which moments make up the day depends on where it is asked. A `Date` at
/// midnight in one zone is the day before in others, so that a service's day is never read as one. On the wire it is the
/// `full-date` of RFC 3339, section 5.6.
///
/// ```swift
/// let due: CalendarDate = "2026-05-01"
/// let today = CalendarDate(.now, in: .current)
/// if due < today { print("overdue since \(due)") }
/// ```
public struct CalendarDate: Sendable, Hashable {
    /// The year, from 0 to 9999.
    public let year: Int
    /// The month, from 1 to 12.
    public let month: Int
    /// The day of the month, from 1 to 31.
    public let day: Int

    /// Makes a day; nil where the calendar has none such, as the 30th of February.
    public init?(year: Int, month: Int, day: Int) {
        let date = CivilDate(year: year, month: month, day: day, hour: 0, minute: 0, second: 0)
        guard date.isValid else { return nil }
        self.init(date)
    }

    /// The day that it is at a moment, for people in a time zone.
    ///
    /// A moment before the year 0 or after 9999 is on the first or the last day there is.
    public init(_ moment: Date, in zone: TimeZone) {
        let seconds = moment.timeIntervalSince1970.rounded(.down) + Double(zone.secondsFromGMT(for: moment))
        let clamped = seconds.isNaN ? 0 : min(max(seconds, -62_167_219_200), 253_402_300_799)
        self.init(CivilDate(timestamp: Int64(clamped)))
    }

    private init(_ date: CivilDate) {
        (year, month, day) = (date.year, date.month, date.day)
    }

    /// The number of days from another day to this one; below zero where this is the earlier one.
    public func days(since other: CalendarDate) -> Int { dayNumber - other.dayNumber }

    /// The day so many days later, or earlier where that is below zero; nil before the year 0 and after 9999.
    public func adding(days: Int) -> CalendarDate? {
        let (number, overflow) = dayNumber.addingReportingOverflow(days)
        guard !overflow, abs(number) < 4_000_000 else { return nil }
        let date = CivilDate(timestamp: Int64(number) * 86_400)
        return date.isValid ? CalendarDate(date) : nil
    }

    /// Days since 1970-01-01.
    private var dayNumber: Int {
        Int(CivilDate(year: year, month: month, day: day, hour: 0, minute: 0, second: 0).timestamp / 86_400)
    }
}

extension CalendarDate: Comparable {
    /// Whether one day is before another.
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension CalendarDate: LosslessStringConvertible {
    /// Reads a day as in `2026-05-01`; nil for any other text, and where there is no such day.
    public init?(_ text: String) {
        var scanner = TextScanner(Array(text.utf8))
        guard let year = scanner.number(digits: 4), scanner.skip("-"), let month = scanner.number(digits: 2),
            scanner.skip("-"), let day = scanner.number(digits: 2), scanner.isAtEnd
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The day as in `2026-05-01`.
    public var description: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

    private func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}

extension CalendarDate: ExpressibleByStringLiteral {
    /// Makes a day of a literal in the source; one that is no day is a mistake of the program, and stops it.
    ///
    /// For a text that comes from elsewhere there is the initialiser that answers nil.
    public init(stringLiteral text: StaticString) {
        guard let date = CalendarDate("\(text)") else { preconditionFailure("\(text) is no day such as 2026-05-01") }
        self = date
    }
}

extension CalendarDate: JSONWritable {
    /// Writes the day as in `2026-05-01`.
    public func encode(to writer: inout JSONWriter) { writer.value(description) }
}

@_spi(Generated)
extension JSONReader {
    /// Reads a day as in `2026-05-01`; nil for null, and after recording a fault.
    @inline(never)
    public mutating func calendarDate() -> CalendarDate? {
        guard let text = string() else { return nil }
        guard let date = CalendarDate(text) else {
            fail(expected: "a day like 2026-05-01")
            return nil
        }
        return date
    }
}
