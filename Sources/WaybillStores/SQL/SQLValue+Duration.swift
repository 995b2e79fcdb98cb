extension SQLValue {
    /// A time in whole milliseconds, not shorter than it is.
    static func milliseconds(_ duration: Duration) -> SQLValue {
        let (seconds, attoseconds) = duration.components
        let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000)
        if overflow { return .integer(seconds < 0 ? 0 : longest) }
        return .integer(min(whole, longest) + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }

    /// A thousand years: a time that a database can add to the present.
    private static let longest: Int64 = 31_556_952_000_000
}
