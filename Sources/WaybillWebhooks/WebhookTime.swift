import WaybillRuntime

#if canImport(FoundationEssentials)
import struct FoundationEssentials.Date
#else
import struct Foundation.Date
#endif

/// Where the body of a delivery says when its event was, and in which form.
@_spi(Generated)
public struct WebhookTime: Sendable, Hashable {
    /// How the time is written.
    public enum Form: Sendable, Hashable, CaseIterable {
        /// RFC 3339, without an offset in UTC.
        case rfc3339
        /// Seconds since 1970, as a number or as text.
        case epoch
        /// `Sep 23, 2024, 8:20:01 PM`, in UTC.
        case english
    }

    /// The dotted path in the body.
    public let field: String
    /// How the time is written.
    public let form: Form

    /// Names the field and its form.
    public init(field: String, form: Form) {
        self.field = field
        self.form = form
    }

    /// The time that a text says; nil where there is none that can be read, since no event is worth losing for that.
    func date(_ text: String?) -> Date? {
        guard let text else { return nil }
        switch form {
        case .rfc3339: return RFC3339.parse(text)
        case .english: return EnglishTimestamp.parse(text)
        case .epoch:
            guard let seconds = Double(text), abs(seconds) < 1e12 else { return nil }
            return Date(timeIntervalSince1970: seconds)
        }
    }
}
