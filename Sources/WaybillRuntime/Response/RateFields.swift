import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Reads what an API's header fields say of its rate, window by window; what cannot be read counts as absent.
struct RateFields: Sendable {
    private struct Window: Sendable {
        let name: String?
        let limit: HTTPField.Name?
        let remaining: HTTPField.Name?
        let reset: (name: HTTPField.Name, form: RateReset.Form)?
    }

    /// No window begins anew later than this many seconds from now: some 31 years.
    private static let longest: Double = 1_000_000_000

    private let windows: [Window]
    private let isStandard: Bool

    init(_ names: RateLimitNames?) {
        let first = names.map { Self.window(nil, $0.limit, $0.remaining, $0.reset) }
        windows =
            [first].compactMap(\.self)
            + (names?.windows.map { Self.window($0.name, $0.limit, $0.remaining, $0.reset) } ?? [])
        isStandard = names?.isStandard == true
    }

    private static func window(_ name: String?, _ limit: String?, _ remaining: String?, _ reset: RateReset?) -> Window {
        Window(
            name: name,
            limit: limit.flatMap(HeaderRule.name),
            remaining: remaining.flatMap(HeaderRule.name),
            reset: reset.flatMap { reset in HeaderRule.name(reset.name).map { ($0, reset.form) } }
        )
    }

    /// The windows that an answer tells of, in the order of the names and then of the standard fields.
    /// - Parameter now: The present since 1970, by this machine's clock.
    func read(_ headers: HTTPFields, now: Duration) -> [RateLimit] {
        let named = windows.compactMap { window -> RateLimit? in
            let limit = number(window.limit, headers)
            let remaining = isBelowZero(window.remaining, headers) ? 0 : number(window.remaining, headers)
            let wait = window.reset.flatMap { self.wait($0.name, $0.form, headers, now: now) }
            guard limit != nil || remaining != nil || wait != nil else { return nil }
            return RateLimit(
                limit: limit,
                remaining: remaining,
                name: window.name,
                resetsAt: wait.map { Self.date(now, after: $0) }
            )
        }
        guard isStandard else { return named }
        return named + StandardRateFields.read(headers) { Self.date(now, after: $0) }
    }

    /// The window that a program has to look at: that of which the least is left, the first of several; where none says, the
    /// first.
    static func tightest(_ windows: [RateLimit]) -> RateLimit? {
        windows.min { ($0.remaining ?? .max) < ($1.remaining ?? .max) }
    }

    private static func date(_ now: Duration, after seconds: Double) -> Date {
        Date(timeIntervalSince1970: now.inSeconds + min(max(seconds, 0), longest))
    }

    // MARK: Values

    /// Seconds from now until a window begins anew.
    private func wait(
        _ name: HTTPField.Name,
        _ form: RateReset.Form,
        _ headers: HTTPFields,
        now: Duration
    ) -> Double? {
        guard let text = value(name, headers) else { return nil }
        switch form {
        case .seconds: return Self.decimal(text)
        case .epoch:
            guard let number = Self.decimal(text) else { return nil }
            return EpochNumber.seconds(number) - present(headers, now)
        case .timestamp: return RFC3339.parse(text).map { $0.timeIntervalSince1970 - present(headers, now) }
        case .date:
            return HTTPDate.parse(Array(text.utf8), now: now.components.seconds).map {
                Double($0) - present(headers, now)
            }
        }
    }

    /// The server's own time, or this machine's.
    private func present(_ headers: HTTPFields, _ now: Duration) -> Double {
        (headers.serverTime(now: now) ?? now).inSeconds
    }

    /// A number that is not negative, with or without a fraction.
    private static func decimal(_ text: String) -> Double? {
        let isNumber = text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
        return isNumber ? Double(text) : nil
    }

    private func number(_ name: HTTPField.Name?, _ headers: HTTPFields) -> Int? {
        guard let text = value(name, headers), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }

    /// Whether a server counts on below zero once nothing is left.
    private func isBelowZero(_ name: HTTPField.Name?, _ headers: HTTPFields) -> Bool {
        guard let text = value(name, headers), text.hasPrefix("-"), text != "-" else { return false }
        return text.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
    }

    private func value(_ name: HTTPField.Name?, _ headers: HTTPFields) -> String? {
        MetadataFields.value(name, headers)
    }
}
