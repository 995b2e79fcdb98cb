/// The forms in which the time can be signed, under the names of their placeholders; all are in UTC.
@_spi(Generated)
public enum SigningTime: String, Sendable, CaseIterable {
    /// Seconds since 1970: `1440938160`.
    case seconds = "timestamp"
    /// Milliseconds since 1970: `1440938160000`.
    case milliseconds = "timestamp.ms"
    /// ISO 8601 without signs: `20150830T123600Z`.
    case basic = "timestamp.basic"
    /// RFC 3339 without a fraction: `2015-08-30T12:36:00Z`.
    case iso = "timestamp.iso"
    /// The date of an HTTP field (RFC 9110, section 5.6.7): `Sun, 30 Aug 2015 12:36:00 GMT`.
    case http = "timestamp.http"
    /// The day alone: `2015-08-30`.
    case date = "timestamp.date"
    /// The day alone, without signs: `20150830`.
    case day = "timestamp.day"

    private static let days: [StaticString] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months: [StaticString] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Whether the form tells the moment, and not the day alone.
    public var isMoment: Bool { self != .date && self != .day }

    /// A time in this form.
    public func text(milliseconds: Int64) -> String {
        let seconds = (milliseconds - ((milliseconds % 1_000) + 1_000) % 1_000) / 1_000
        let date = CivilDate(timestamp: seconds)
        let (year, month, day) = (Self.padded(date.year, 4), Self.padded(date.month), Self.padded(date.day))
        let (hour, minute, second) = (Self.padded(date.hour), Self.padded(date.minute), Self.padded(date.second))
        switch self {
        case .seconds: return String(seconds)
        case .milliseconds: return String(milliseconds)
        case .basic: return "\(year)\(month)\(day)T\(hour)\(minute)\(second)Z"
        case .iso: return "\(year)-\(month)-\(day)T\(hour):\(minute):\(second)Z"
        case .date: return "\(year)-\(month)-\(day)"
        case .day: return year + month + day
        case .http:
            let ofDay = (seconds % 86_400 + 86_400) % 86_400
            let weekday = Self.days[Int(((seconds - ofDay) / 86_400 % 7 + 7) % 7)]
            return "\(weekday), \(day) \(Self.months[date.month - 1]) \(year) \(hour):\(minute):\(second) GMT"
        }
    }

    /// Reads a moment in this form, in milliseconds since 1970; nil where the text has another one.
    public func milliseconds(_ text: String) -> Int64? {
        switch self {
        case .seconds: return Self.number(text).flatMap { $0 <= Int64.max / 1_000 ? $0 * 1_000 : nil }
        case .milliseconds: return Self.number(text)
        case .date, .day: return nil
        case .basic, .iso, .http:
            let date = self == .http ? Self.httpDate(text) : Self.date(text, isPlain: self == .basic)
            guard let date, date.isValid else { return nil }
            // What is written in one way is read in that way alone.
            let milliseconds = date.timestamp * 1_000
            return self.text(milliseconds: milliseconds) == text ? milliseconds : nil
        }
    }

    private static func number(_ text: String) -> Int64? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int64(text) : nil
    }

    private static func date(_ text: String, isPlain: Bool) -> CivilDate? {
        var scanner = TextScanner(Array(text.utf8))
        let (dash, colon): (StaticString, StaticString) = isPlain ? ("", "") : ("-", ":")
        guard let year = scanner.number(digits: 4), scanner.skip(dash), let month = scanner.number(digits: 2),
            scanner.skip(dash), let day = scanner.number(digits: 2), scanner.skip("T"),
            let hour = scanner.number(digits: 2), scanner.skip(colon), let minute = scanner.number(digits: 2),
            scanner.skip(colon), let second = scanner.number(digits: 2)
        else { return nil }
        return CivilDate(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
    }

    private static func httpDate(_ text: String) -> CivilDate? {
        var scanner = TextScanner(Array(text.utf8))
        guard scanner.word(among: days) != nil, scanner.skip(", "), let day = scanner.number(digits: 2),
            scanner.skip(" "), let month = scanner.word(among: months), scanner.skip(" "),
            let year = scanner.number(digits: 4), scanner.skip(" "), let time = scanner.time()
        else { return nil }
        return CivilDate(
            year: year,
            month: month + 1,
            day: day,
            hour: time.hour,
            minute: time.minute,
            second: time.second
        )
    }

    private static func padded(_ value: Int, _ width: Int = 2) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
