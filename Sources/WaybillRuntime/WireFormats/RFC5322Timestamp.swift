@_spi(Generated) public import WaybillJSON

#if canImport(FoundationEssentials)
public import struct FoundationEssentials.Date
#else
public import struct Foundation.Date
#endif

/// Times as in `Fri, 01 May 2026 03:38:07 +0000`: the date-time of mail (RFC 5322, section 3.3, once RFC 2822), and what was
/// valid before it (section 4.3).
enum RFC5322Timestamp {
    private static let days: [StaticString] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months: [StaticString] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    /// The zones with names, in hours east of UTC (section 4.3).
    private static let zones = [
        "UT": 0, "GMT": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
    ]

    /// Reads a time.
    ///
    /// Blanks, line breaks and comments may stand between its parts. The day of the week may be missing, and is not compared with the date. A zone of letters that says nothing certain
    /// counts as UTC, as the RFC has it.
    static func parse(_ text: String) -> Date? {
        guard var words = words(of: text) else { return nil }
        if words.first == "," { return nil }
        if let name = words.first, isDay(name) {
            words.removeFirst()
            guard words.first == "," else { return nil }
            words.removeFirst()
        }
        guard words.count >= 6, let day = number(words[0], 1...2), let month = month(words[1]),
            let year = year(words[2])
        else { return nil }
        guard let (time, zone) = time(words[3...]), let offset = offset(zone) else { return nil }
        let date = CivilDate(
            year: year,
            month: month,
            day: day,
            hour: time.hour,
            minute: time.minute,
            second: time.second
        )
        return date.isValid ? Date(timeIntervalSince1970: Double(date.timestamp - Int64(offset))) : nil
    }

    /// Writes a time in UTC, in whole seconds.
    ///
    /// Dates before the year 0 or after 9999 are written as the first and the last that the format has.
    static func text(_ date: Date) -> String {
        let seconds = date.timeIntervalSince1970.rounded(.down)
        let clamped = Int64(seconds.isNaN ? 0 : min(max(seconds, -62_167_219_200), 253_402_300_799))
        let civil = CivilDate(timestamp: clamped)
        let day = ((clamped - (clamped % 86_400 + 86_400) % 86_400) / 86_400 + 3) % 7
        let name = days[Int((day + 7) % 7)]
        let date = "\(name), \(padded(civil.day, 2)) \(months[civil.month - 1]) \(padded(civil.year, 4))"
        return "\(date) \(padded(civil.hour, 2)):\(padded(civil.minute, 2)):\(padded(civil.second, 2)) +0000"
    }

    // MARK: - Parts

    /// The words, with commas and colons as words of their own; nil where a comment has no end, or a byte no place.
    private static func words(of text: String) -> [String]? {
        var words: [String] = []
        var word = ""
        var depth = 0
        var isQuoted = false
        for scalar in text.unicodeScalars {
            if depth > 0 {
                if isQuoted {
                    isQuoted = false
                } else if scalar == "\\" {
                    isQuoted = true
                } else if scalar == "(" {
                    depth += 1
                } else if scalar == ")" {
                    depth -= 1
                }
                continue
            }
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "+", "-": word.unicodeScalars.append(scalar)
            case " ", "\t", "\r", "\n", ",", ":", "(":
                if !word.isEmpty { words.append(word) }
                word = ""
                if scalar == "," || scalar == ":" { words.append(String(scalar)) }
                if scalar == "(" { depth = 1 }
            default: return nil
            }
        }
        if !word.isEmpty { words.append(word) }
        return depth == 0 ? words : nil
    }

    private static func isDay(_ word: String) -> Bool {
        days.contains { "\($0)".lowercased() == word.lowercased() }
    }

    private static func month(_ word: String) -> Int? {
        months.firstIndex { "\($0)".lowercased() == word.lowercased() }.map { $0 + 1 }
    }

    /// Four digits; of the two or three of older mail what they stand for (section 4.3).
    private static func year(_ word: String) -> Int? {
        guard let year = number(word, 2...4) else { return nil }
        switch word.utf8.count {
        case 2: return year + (year < 50 ? 2_000 : 1_900)
        case 3: return year + 1_900
        default: return year
        }
    }

    /// `03:38` or `03:38:07`, and the one word behind it.
    private static func time(
        _ words: ArraySlice<String>
    ) -> (time: (hour: Int, minute: Int, second: Int), zone: String)? {
        let words = Array(words)
        guard words.count == 4 || words.count == 6, words[1] == ":", let zone = words.last,
            let hour = number(words[0], 2...2), let minute = number(words[2], 2...2)
        else { return nil }
        if words.count == 4 { return ((hour, minute, 0), zone) }
        guard words[3] == ":", let second = number(words[4], 2...2) else { return nil }
        return ((hour, minute, second), zone)
    }

    /// Seconds east of UTC.
    private static func offset(_ zone: String) -> Int? {
        guard let sign = zone.first, sign == "+" || sign == "-" else {
            if let hours = zones[zone.uppercased()] { return hours * 3_600 }
            return zone.allSatisfy(\.isLetter) ? 0 : nil
        }
        guard let digits = number(String(zone.dropFirst()), 4...4), digits % 100 < 60 else { return nil }
        return (digits / 100 * 3_600 + digits % 100 * 60) * (sign == "+" ? 1 : -1)
    }

    private static func number(_ word: String, _ digits: ClosedRange<Int>) -> Int? {
        guard digits.contains(word.utf8.count), word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(word)
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}

@_spi(Generated)
extension String {
    /// A time like `Fri, 01 May 2026 03:38:07 +0000`, in UTC.
    public init(mailTimestamp date: Date) { self = RFC5322Timestamp.text(date) }
}

@_spi(Generated)
extension JSONReader {
    /// Reads a time like `Fri, 01 May 2026 03:38:07 +0000` (RFC 5322); nil for null, and after recording a fault.
    @inline(never)
    public mutating func mailTimestamp() -> Date? {
        guard let text = string() else { return nil }
        guard let date = RFC5322Timestamp.parse(text) else {
            fail(expected: "a time like Fri, 01 May 2026 03:38:07 +0000")
            return nil
        }
        return date
    }
}

@_spi(Generated)
extension JSONWriter {
    /// Writes a member as a time like `Fri, 01 May 2026 03:38:07 +0000`, unless its value is nil.
    @inline(never)
    public mutating func member(_ key: StaticString, mailTimestamp: Date?) {
        if let mailTimestamp { member(key, RFC5322Timestamp.text(mailTimestamp)) }
    }

    /// Writes a time like `Fri, 01 May 2026 03:38:07 +0000`.
    @inline(never)
    public mutating func mailTimestamp(_ date: Date) { value(RFC5322Timestamp.text(date)) }
}
