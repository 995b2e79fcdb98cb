#if canImport(FoundationEssentials)
package import struct FoundationEssentials.Date
#else
package import struct Foundation.Date
#endif

/// Timestamps as in `2026-05-01T03:38:07.165Z` (RFC 3339, section 5.6).
package enum RFC3339 {
    /// Reads a timestamp with any number of fraction digits, with an offset or without one, which then means UTC.
    package static func parse(_ text: String) -> Date? {
        var scanner = TextScanner(Array(text.utf8))
        guard let year = scanner.number(digits: 4), scanner.skip("-"), let month = scanner.number(digits: 2),
            scanner.skip("-"), let day = scanner.number(digits: 2), scanner.word(among: ["T", "t", " "]) != nil,
            let time = scanner.time()
        else { return nil }
        let date = CivilDate(
            year: year,
            month: month,
            day: day,
            hour: time.hour,
            minute: time.minute,
            second: time.second
        )
        guard date.isValid, let fraction = fraction(&scanner), let offset = offset(&scanner), scanner.isAtEnd else {
            return nil
        }
        let timestamp = date.timestamp - Int64(offset)
        // A leap second ends a day of UTC (RFC 3339, section 5.7); it counts as the first second of the next.
        guard time.second < 60 || timestamp % 86_400 == 0 else { return nil }
        return Date(timeIntervalSince1970: Double(timestamp) + fraction)
    }

    /// Writes a timestamp in UTC: with microseconds where a date has any, else with milliseconds, else with neither.
    ///
    /// Dates before the year 0 or after 9999 are written as the first and the last that the format has.
    static func text(_ date: Date) -> String {
        let exact = date.timeIntervalSince1970.isNaN ? 0 : date.timeIntervalSince1970
        let seconds = min(max(exact, -62_167_219_200), 253_402_300_799.999)
        // A date of another century has no more than milliseconds that mean anything.
        let unit: Int64 = abs(seconds) < 4e9 ? 1 : 1_000
        let microseconds = Int64((seconds * 1_000_000 / Double(unit)).rounded()) * unit
        let fraction = Int((microseconds % 1_000_000 + 1_000_000) % 1_000_000)
        let civil = CivilDate(timestamp: (microseconds - Int64(fraction)) / 1_000_000)
        let day = "\(padded(civil.year, 4))-\(padded(civil.month, 2))-\(padded(civil.day, 2))"
        let time = "\(padded(civil.hour, 2)):\(padded(civil.minute, 2)):\(padded(civil.second, 2))"
        return "\(day)T\(time)\(digits(ofMicroseconds: fraction))Z"
    }

    private static func digits(ofMicroseconds fraction: Int) -> String {
        if fraction == 0 { return "" }
        return fraction % 1_000 == 0 ? "." + padded(fraction / 1_000, 3) : "." + padded(fraction, 6)
    }

    private static func fraction(_ scanner: inout TextScanner) -> Double? {
        guard scanner.skip(".") else { return 0 }
        let digits = scanner.digits()
        guard !digits.isEmpty else { return nil }
        // Nine digits are as much as a date holds; the rest is read over.
        return digits.prefix(9).reduce((sum: 0.0, unit: 0.1)) { ($0.sum + Double($1 - 0x30) * $0.unit, $0.unit / 10) }
            .sum
    }

    /// Seconds east of UTC.
    private static func offset(_ scanner: inout TextScanner) -> Int? {
        if scanner.isAtEnd || scanner.word(among: ["Z", "z"]) != nil { return 0 }
        guard let sign = scanner.word(among: ["+", "-"]), let hours = scanner.number(digits: 2) else { return nil }
        _ = scanner.skip(":")
        guard let minutes = scanner.number(digits: 2), hours < 24, minutes < 60 else { return nil }
        return (hours * 3_600 + minutes * 60) * (sign == 0 ? 1 : -1)
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
