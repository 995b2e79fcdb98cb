import HTTPTypes

extension HTTPFields {
    /// The server's own time since 1970 (RFC 9110, section 6.6.1), beside which a wrong clock here does not matter; nil where it
    /// says none.
    /// - Parameter now: The present by this machine's clock, which tells the century of a year of two digits.
    func serverTime(now: Duration) -> Duration? {
        self[.date].flatMap { HTTPDate.parse(Array($0.utf8), now: now.components.seconds) }.map { .seconds($0) }
    }
}
