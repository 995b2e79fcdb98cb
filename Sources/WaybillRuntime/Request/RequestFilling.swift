#if canImport(FoundationEssentials)
public import struct FoundationEssentials.Date
#else
public import struct Foundation.Date
#endif

/// What is filled in once per call, before its first attempt: keys, ids and the time.
@_spi(Generated)
public struct RequestFilling: Sendable {
    private let time: Duration
    private let random: @Sendable () -> UInt64

    /// Fills in what the clock gives.
    public init(clock: RuntimeClock) {
        time = clock.now()
        random = clock.random
    }

    /// The time of the call, to the millisecond.
    public var now: Date { Date(timeIntervalSince1970: (time.inSeconds * 1_000).rounded() / 1_000) }

    /// Makes a text from a template.
    ///
    /// `{uuid}` is a random UUID of version 4 in lower case (RFC 9562), `{hex32}` 32 random hexadecimal digits (any
    /// number), `{now}` the time of the call in RFC 3339; everything else stands for itself.
    public mutating func make(_ template: String) -> String {
        TextTemplate(template).text { value(of: $0) ?? "{\($0)}" }
    }

    private func value(of placeholder: String) -> String? {
        switch placeholder {
        case "uuid": RandomText.uuid(random)
        case "now": RFC3339.text(now)
        default: TextTemplate.randomDigits(placeholder).map { RandomText.hexadecimal($0, random) }
        }
    }
}
