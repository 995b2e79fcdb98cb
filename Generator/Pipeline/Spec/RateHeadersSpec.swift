/// The headers that tell of one window of the rate.
public struct RateHeadersSpec: Sendable, Readable {
    /// The header with the size of the window.
    public var limit: Located<String>?
    /// The header with what is left of it.
    public var remaining: Located<String>?
    /// The header with the moment at which it begins anew.
    public var reset: RateResetSpec?

    /// The names of all of them.
    var names: [Located<String>] { [limit, remaining, reset?.header].compactMap(\.self) }

    static let dialect = Mapping<RateHeadersSpec>("rateWindow", "a window of 'rateLimit'") {
        Key("limit", .text("header name"), \.limit).means("How many requests the window allows.")
        Key("remaining", .text("header name"), \.remaining).means("How many are left.")
        Key("reset", RateResetSpec.dialect.kind, \.reset).means("When it begins anew.")
    }
}
