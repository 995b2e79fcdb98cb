/// The headers that tell the rate.
public struct RateLimitSpec: Sendable, Readable {
    /// Those of the window that has no name.
    public var own = RateHeadersSpec()
    /// Those of windows with names.
    public var windows: [Named<RateHeadersSpec>] = []
    /// Whether the standard fields are sent.
    public var isStandard = false

    /// The names of all headers that a spec gives.
    var names: [Located<String>] { own.names + windows.flatMap(\.value.names) }

    static let dialect = Mapping<RateLimitSpec>("rateLimitHeaders", "'rateLimit'") {
        Key("limit", .text("header name"), \.own.limit).means("How many requests the window allows.")
        Key("remaining", .text("header name"), \.own.remaining).means("How many are left.")
        Key("reset", RateResetSpec.dialect.kind, \.own.reset).means("When the window begins anew.")
        Key("windows", .named(RateHeadersSpec.dialect), \.windows)
            .means("The headers of each window, where there are several; the API's own names.")
        Key("standard", .bool, flag: \.isStandard)
            .means("Whether it sends `RateLimit` and `RateLimit-Policy` (draft-ietf-httpapi-ratelimit-headers-10).")
    }
}
