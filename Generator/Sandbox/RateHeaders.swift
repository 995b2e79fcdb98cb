import Pipeline

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The header fields in which the sandbox tells its rate: one rate, in the fields of every window that the spec has.
struct RateHeaders {
    let names: ResolvedRateHeaders
    let rate: SandboxRate

    /// The fields of one answer.
    /// - Parameters:
    ///   - remaining: How many requests are left.
    ///   - wait: The milliseconds until one more is allowed.
    func fields(remaining: Int, wait: Int64, at moment: SandboxMoment) -> [(name: String, value: String)] {
        var fields: [(name: String, value: String)] = []
        for window in names.all {
            if let name = window.limit { fields.append((name, String(rate.limit))) }
            if let name = window.remaining { fields.append((name, String(remaining))) }
            if let reset = window.reset { fields.append((reset.header, text(reset.form, wait, moment))) }
        }
        guard names.isStandard else { return fields }
        let seconds = max(1, RateWindow.wholeSeconds(Int64(rate.window)))
        fields.append(("RateLimit-Policy", "\"default\";q=\(rate.limit);w=\(seconds)"))
        fields.append(("RateLimit", "\"default\";r=\(remaining);t=\(RateWindow.wholeSeconds(wait))"))
        return fields
    }

    private func text(_ form: ResolvedRateHeaders.Reset.Form, _ wait: Int64, _ moment: SandboxMoment) -> String {
        let end = moment.milliseconds + wait
        return switch form {
        case .epoch: String(RateWindow.wholeSeconds(end))
        case .seconds: String(RateWindow.wholeSeconds(wait))
        case .timestamp: SandboxMoment.timestamp(end)
        case .date: Self.date(RateWindow.wholeSeconds(end))
        }
    }

    /// A date as HTTP has it (RFC 9110, section 5.6.7).
    private static func date(_ seconds: Int64) -> String {
        let date = Date(timeIntervalSince1970: Double(seconds))
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.weekday, .day, .month, .year, .hour, .minute, .second], from: date)
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let day = days[(parts.weekday ?? 1) - 1]
        let month = months[(parts.month ?? 1) - 1]
        let time = [parts.hour, parts.minute, parts.second].map { padded($0 ?? 0) }.joined(separator: ":")
        return "\(day), \(padded(parts.day ?? 1)) \(month) \(parts.year ?? 1970) \(time) GMT"
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
