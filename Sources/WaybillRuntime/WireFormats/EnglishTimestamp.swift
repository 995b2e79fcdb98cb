#if canImport(FoundationEssentials)
package import struct FoundationEssentials.Date
#else
package import struct Foundation.Date
#endif

/// Times as in `Sep 23, 2024, 8:20:01 PM`: the medium form of US English, taken to be UTC since it names no zone.
///
/// It does not depend on the device's language, region or zone.
package enum EnglishTimestamp {
    private static let months: [StaticString] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Reads a time.
    ///
    /// Before AM or PM there may be a blank, a no-break space (U+00A0) or a narrow one (U+202F), which the newer tables of
    /// Unicode's CLDR have there.
    package static func parse(_ text: String) -> Date? {
        var scanner = TextScanner(Array(text.utf8))
        guard let month = scanner.word(among: months), scanner.skip(" "), let day = shortNumber(&scanner),
            scanner.skip(", "), let year = scanner.number(digits: 4), scanner.skip(", "),
            let hour = shortNumber(&scanner), (1...12).contains(hour), scanner.skip(":"),
            let minute = scanner.number(digits: 2), scanner.skip(":"), let second = scanner.number(digits: 2),
            scanner.word(among: [" ", "\u{A0}", "\u{202F}"]) != nil,
            let half = scanner.word(among: ["AM", "PM"]), scanner.isAtEnd
        else { return nil }
        let date = CivilDate(
            year: year,
            month: month + 1,
            day: day,
            hour: hour % 12 + half * 12,
            minute: minute,
            second: second
        )
        return date.isValid ? Date(timeIntervalSince1970: Double(date.timestamp)) : nil
    }

    /// Writes a time in UTC, in whole seconds.
    ///
    /// Dates before the year 0 or after 9999 are written as the first and the last that the format has.
    static func text(_ date: Date) -> String {
        let seconds = date.timeIntervalSince1970.rounded(.down)
        let clamped = seconds.isNaN ? 0 : min(max(seconds, -62_167_219_200), 253_402_300_799)
        let civil = CivilDate(timestamp: Int64(clamped))
        let hour = civil.hour % 12 == 0 ? 12 : civil.hour % 12
        let day = "\(months[civil.month - 1]) \(civil.day), \(padded(civil.year, 4))"
        return "\(day), \(hour):\(padded(civil.minute, 2)):\(padded(civil.second, 2)) \(civil.hour < 12 ? "AM" : "PM")"
    }

    /// One or two digits.
    private static func shortNumber(_ scanner: inout TextScanner) -> Int? {
        let digits = scanner.digits()
        guard (1...2).contains(digits.count) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
