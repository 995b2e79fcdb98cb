import HTTPTypes
import WaybillJSON

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Reads the answer to a request for a token.
struct TokenAnswer {
    /// Why there is no token in it.
    struct Fault: Error {
        let reason: String
    }

    /// No life is longer than this; what is, counts as this: ten years.
    private static let longest: Double = 315_360_000

    private let recipe: TokenRecipe

    init(_ recipe: TokenRecipe) {
        self.recipe = recipe
    }

    /// The token.
    /// - Parameters:
    ///   - response: The answer, a success.
    ///   - now: The present since 1970, by this machine's clock.
    func token(in response: TransportResponse, now: Duration) throws(Fault) -> AccessToken {
        guard let root = try? JSONValue(parsing: response.body) else {
            throw Fault(reason: "the answer is not JSON")
        }
        guard let value = DottedPath(recipe.token).value(in: root)?.stringValue, !value.isEmpty else {
            throw Fault(reason: "the answer has no token at \(recipe.token)")
        }
        if let fault = HeaderRule.fault(inValue: value) { throw Fault(reason: "the token \(fault)") }
        let received = Date(timeIntervalSince1970: now.inSeconds)
        let life = life(root, response, now: now).map { min(max($0, 0), Self.longest) }
        return AccessToken(value: value, receivedAt: received, endsAt: life.map { received.addingTimeInterval($0) })
    }

    /// How long it is good for, in seconds; nil where the answer does not say.
    private func life(_ root: JSONValue, _ response: TransportResponse, now: Duration) -> Double? {
        switch recipe.end {
        case .after(let duration): return duration.inSeconds
        case .seconds(let path): return DottedPath(path).value(in: root).flatMap(Self.number)
        case .time(let path):
            guard let end = DottedPath(path).value(in: root).flatMap(Self.time) else { return nil }
            return end - (response.headers.serverTime(now: now) ?? now).inSeconds
        }
    }

    /// A number, or the text of one.
    private static func number(_ value: JSONValue) -> Double? {
        let number = value.doubleValue ?? value.stringValue.flatMap { Double($0) }
        return number.flatMap { $0.isFinite ? $0 : nil }
    }

    /// Seconds since 1970.
    private static func time(_ value: JSONValue) -> Double? {
        if let number = number(value) { return EpochNumber.seconds(number) }
        return value.stringValue.flatMap { RFC3339.parse($0) }?.timeIntervalSince1970
    }
}
