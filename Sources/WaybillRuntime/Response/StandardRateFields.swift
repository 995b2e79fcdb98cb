import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Reads `RateLimit-Policy` and `RateLimit` (draft-ietf-httpapi-ratelimit-headers-10, sections 3 and 4).
///
/// ```text
/// RateLimit-Policy: "burst";q=100;w=60, "daily";q=1000;w=86400
/// RateLimit: "burst";r=50;t=30
/// ```
///
/// A field that is no list of texts with parameters is left out as a whole (RFC 9651, section 4.2).
enum StandardRateFields {
    private static let policy = HTTPField.Name("RateLimit-Policy")
    private static let limit = HTTPField.Name("RateLimit")

    /// The windows: those of the policy, and then those that only `RateLimit` names.
    /// - Parameter date: The moment so many seconds from now.
    static func read(_ headers: HTTPFields, date: (Double) -> Date) -> [RateLimit] {
        let policies = items(policy, headers)
        let limits = items(limit, headers)
        var names: [String] = []
        for item in policies + limits where !names.contains(item.text) { names.append(item.text) }
        return names.compactMap { name in
            let policy = policies.first { $0.text == name }
            let limit = limits.first { $0.text == name }
            let quota = policy?.count("q")
            let remaining = limit?.count("r")
            guard quota != nil || remaining != nil else { return nil }
            return RateLimit(
                limit: quota,
                remaining: remaining,
                name: name,
                resetsAt: limit?.count("t").map { date(Double($0)) },
                window: policy?.count("w").map { .seconds($0) }
            )
        }
    }

    private static func items(_ name: HTTPField.Name?, _ headers: HTTPFields) -> [StructuredItem] {
        guard let name, let text = headers[name] else { return [] }
        return StructuredItem.list(text) ?? []
    }
}

extension StructuredItem {
    /// A parameter that is a whole number, and not negative.
    fileprivate func count(_ parameter: String) -> Int? {
        guard case .integer(let value)? = parameters.last(where: { $0.name == parameter })?.value else { return nil }
        return value >= 0 ? value : nil
    }
}
