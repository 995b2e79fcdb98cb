/// The header field in which an API says when a window of its rate begins anew.
@_spi(Generated)
public struct RateReset: Sendable {
    /// How the moment is written.
    public enum Form: Sendable {
        /// Seconds since 1970; a number above 10^11 is milliseconds.
        case epoch
        /// Seconds from now.
        case seconds
        /// RFC 3339.
        case timestamp
        /// A date as HTTP has it (RFC 9110, section 5.6.7).
        case date
    }

    /// The name of the field.
    public let name: String
    /// How the moment is written in it.
    public let form: Form

    /// Describes a field.
    public init(_ name: String, _ form: Form) {
        self.name = name
        self.form = form
    }
}
