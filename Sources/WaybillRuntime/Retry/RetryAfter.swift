/// Reads `Retry-After` (RFC 9110, section 10.2.3): whole seconds, or a date in any of its three forms.
enum RetryAfter {
    /// No wait is longer than this; what is, counts as this: some 31 years.
    static let longest: Duration = .seconds(1_000_000_000)

    /// How long to wait.
    /// - Parameters:
    ///   - text: The field's value; several fields joined by commas are none.
    ///   - now: The time that a date is relative to, since 1970.
    /// - Returns: Zero or more; nil where there is nothing usable.
    static func parse(_ text: String?, now: Duration) -> Duration? {
        guard let text else { return nil }
        let value = text.utf8.drop(while: isSpace).reversed().drop(while: isSpace).reversed()
        guard let first = value.first else { return nil }
        if isDigit(first) { return seconds(value) }
        guard let date = HTTPDate.parse(Array(value), now: now.components.seconds) else { return nil }
        let (wait, overflow) = date.subtractingReportingOverflow(now.components.seconds)
        return overflow ? longest : min(max(.seconds(wait), .zero), longest)
    }

    private static func seconds(_ digits: some Sequence<UInt8>) -> Duration? {
        var value = 0
        for byte in digits {
            guard isDigit(byte) else { return nil }
            value = min(value * 10 + Int(byte - UInt8(ascii: "0")), 1_000_000_000)
        }
        return .seconds(value)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
