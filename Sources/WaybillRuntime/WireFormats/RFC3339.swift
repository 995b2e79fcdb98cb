import WaybillJSON

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

    /// Reads a timestamp of the layout that most services have, `2026-05-01T03:38:07`, with no fraction or one of three or six digits and
    /// a `Z`; nil for any other, which ``parse(_:)`` may understand.
    static func parse(usual text: ShortText) -> Date? {
        guard text.count >= 20, let date = TextDigits(text.words.first, layout: "0000-00-"),
            let time = TextDigits(text.words.second, layout: "00T00:00"),
            let rest = TextDigits(text.words.third & 0xFF_FFFF, layout: ":00")
        else { return nil }
        let civil = CivilDate(
            year: date.number(at: 0, digits: 4),
            month: date.number(at: 5, digits: 2),
            day: time.number(at: 0, digits: 2),
            hour: time.number(at: 3, digits: 2),
            minute: time.number(at: 6, digits: 2),
            second: rest.number(at: 1, digits: 2)
        )
        guard civil.isValid, civil.second < 60, let fraction = fraction(usual: text) else { return nil }
        return Date(timeIntervalSince1970: Double(civil.timestamp) + fraction)
    }

    /// What stands behind the seconds.
    private static func fraction(usual text: ShortText) -> Double? {
        let (word, next) = (text.words.third &>> 24, text.words.fourth)
        switch text.count {
        case 20 where word == 0x5A: return 0
        case 24:
            return TextDigits(word, layout: ".000Z").map { Double($0.number(at: 1, digits: 3)) / 1_000 }
        case 27:
            guard let high = TextDigits(word, layout: ".0000"), let low = TextDigits(next, layout: "00Z") else {
                return nil
            }
            return Double(high.number(at: 1, digits: 4) * 100 + low.number(at: 0, digits: 2)) / 1_000_000
        default: return nil
        }
    }

    /// Writes a timestamp in UTC: with microseconds where a date has any, else with milliseconds, else with neither.
    ///
    /// Dates before the year 0 or after 9999 are written as the first and the last that the format has.
    static func text(_ date: Date) -> String { String(shortText(date)) }

    /// The same, for JSON.
    static func shortText(_ date: Date) -> ShortText {
        let exact = date.timeIntervalSince1970.isNaN ? 0 : date.timeIntervalSince1970
        let seconds = min(max(exact, -62_167_219_200), 253_402_300_799.999)
        // A date of another century has no more than milliseconds that mean anything.
        let unit: Int64 = abs(seconds) < 4e9 ? 1 : 1_000
        let microseconds = Int64((seconds * 1_000_000 / Double(unit)).rounded()) * unit
        let fraction = Int((microseconds % 1_000_000 + 1_000_000) % 1_000_000)
        let civil = CivilDate(timestamp: (microseconds - Int64(fraction)) / 1_000_000)
        let first =
            TextDigits.text(civil.year, digits: 4) | TextDigits.text(civil.month, digits: 2) &<< 40
            | 0x2D00_002D_0000_0000
        let time = TextDigits.text(civil.day, digits: 2) | TextDigits.text(civil.hour, digits: 2) &<< 24
        let second = time | TextDigits.text(civil.minute, digits: 2) &<< 48 | 0x0000_3A00_0054_0000
        let third = TextDigits.text(civil.second, digits: 2) &<< 8 | 0x3A
        // The dot, and a Z behind the digits.
        if fraction == 0 { return ShortText(first, second, third | 0x5A00_0000, count: 20) }
        if fraction % 1_000 == 0 {
            let digits = TextDigits.text(fraction / 1_000, digits: 3)
            return ShortText(first, second, third | 0x2E00_0000 | digits &<< 32 | 0x5A &<< 56, count: 24)
        }
        let (high, low) = (TextDigits.text(fraction / 100, digits: 4), TextDigits.text(fraction % 100, digits: 2))
        return ShortText(first, second, third | 0x2E00_0000 | high &<< 32, low | 0x5A_0000, count: 27)
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
}
