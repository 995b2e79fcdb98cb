/// Reads the three date forms of HTTP (RFC 9110, section 5.6.7).
///
/// The day of the week is not checked against the date.
enum HTTPDate {
    private static let days: [StaticString] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let longDays: [StaticString] = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
    private static let months: [StaticString] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// The moment in seconds since 1970, or nil where the text is no such date.
    /// - Parameter now: The present, which tells the century of a year of two digits.
    static func parse(_ text: [UInt8], now: Int64) -> Int64? {
        let date = fixed(text) ?? obsolete(text, now: now) ?? asctime(text)
        guard let date, date.isValid else { return nil }
        return date.timestamp
    }

    /// The preferred form: `Sun, 06 Nov 1994 08:49:37 GMT`.
    private static func fixed(_ text: [UInt8]) -> CivilDate? {
        var scanner = TextScanner(text)
        guard scanner.word(among: days) != nil, scanner.skip(", "), let day = scanner.number(digits: 2),
            scanner.skip(" "), let month = scanner.word(among: months), scanner.skip(" "),
            let year = scanner.number(digits: 4), scanner.skip(" "), let time = scanner.time(), scanner.skip(" GMT"),
            scanner.isAtEnd
        else { return nil }
        return date(year, month, day, time)
    }

    /// The form of RFC 850: `Sunday, 06-Nov-94 08:49:37 GMT`.
    private static func obsolete(_ text: [UInt8], now: Int64) -> CivilDate? {
        var scanner = TextScanner(text)
        guard scanner.word(among: longDays) != nil, scanner.skip(", "), let day = scanner.number(digits: 2),
            scanner.skip("-"), let month = scanner.word(among: months), scanner.skip("-"),
            let year = scanner.number(digits: 2), scanner.skip(" "), let time = scanner.time(), scanner.skip(" GMT"),
            scanner.isAtEnd
        else { return nil }
        return date(fullYear(year, now: now), month, day, time)
    }

    /// The form of asctime: `Sun Nov  6 08:49:37 1994`.
    private static func asctime(_ text: [UInt8]) -> CivilDate? {
        var scanner = TextScanner(text)
        guard scanner.word(among: days) != nil, scanner.skip(" "), let month = scanner.word(among: months),
            scanner.skip(" ")
        else { return nil }
        let isPadded = scanner.skip(" ")
        guard let day = scanner.number(digits: isPadded ? 1 : 2), scanner.skip(" "), let time = scanner.time(),
            scanner.skip(" "), let year = scanner.number(digits: 4), scanner.isAtEnd
        else { return nil }
        return date(year, month, day, time)
    }

    private static func date(
        _ year: Int,
        _ month: Int,
        _ day: Int,
        _ time: (hour: Int, minute: Int, second: Int)
    ) -> CivilDate {
        CivilDate(year: year, month: month + 1, day: day, hour: time.hour, minute: time.minute, second: time.second)
    }

    /// A year that seems to lie more than 50 years ahead is the last one with the same two digits.
    private static func fullYear(_ year: Int, now: Int64) -> Int {
        let present = CivilDate(timestamp: min(max(now, 0), 253_402_300_799)).year
        let candidate = present / 100 * 100 + year
        return candidate > present + 50 ? candidate - 100 : candidate
    }
}
