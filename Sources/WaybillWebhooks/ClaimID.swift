public import WaybillRuntime

/// Who holds a claim: one delivery that is being worked on.
///
/// It tells a store's callers apart, so that a claim is ended only by who made it, and is made once even where the store's
/// answer gets lost and the caller asks again.
public struct ClaimID: Sendable, Hashable, CustomStringConvertible {
    private let high: UInt64
    private let low: UInt64

    /// Makes a new id of 128 random bits.
    ///
    /// - Parameter clock: Where the randomness comes from.
    public init(clock: RuntimeClock = .system) {
        (high, low) = (clock.random(), clock.random())
    }

    /// 32 hexadecimal digits: what a shared store keeps.
    public var text: String { Self.digits(high) + Self.digits(low) }

    /// As ``text``.
    public var description: String { text }

    private static func digits(_ bits: UInt64) -> String {
        let digits = String(bits, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
