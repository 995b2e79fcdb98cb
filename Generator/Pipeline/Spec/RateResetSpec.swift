/// The header that tells when a window of the rate begins anew.
public struct RateResetSpec: Sendable, Readable {
    /// How the moment is written.
    public enum Form: String, Sendable, CaseIterable {
        case epoch
        case seconds
        case timestamp
        case date
    }

    /// The header's name.
    public var header: Located<String> = .unread
    /// How the moment is written in it.
    public var form: Located<Form> = .unread

    static let dialect = Mapping<RateResetSpec>("rateReset", "'reset'") {
        Key(required: "header", .text("header name"), \.header).means("The header.")
        Key(required: "as", .word(Form.self), \.form)
            .means("Seconds since 1970 (or milliseconds), seconds from now, RFC 3339, or a date of HTTP.")
    }
}

extension RateResetSpec.Form: Unread { static var unread: Self { .seconds } }
