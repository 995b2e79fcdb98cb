import SpecYAML

struct TimeoutsRule: LocalRule {
    let id = "timeouts"
    let summary = "Time limits are positive, and shorter ones fit into longer ones; rates have windows that count."
    private static let longest = 3_600_000
    private static let longestWindow = 31_622_400_000

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        let timeouts = context.spec.timeouts
        for limit in [timeouts.connect, timeouts.attempt, timeouts.call].compactMap(\.self) {
            if !(1...Self.longest).contains(limit.value) { diagnostics.error(id, outside, at: limit.location) }
        }
        check(timeouts.connect, within: timeouts.attempt, "connect", "attempt", into: &diagnostics)
        check(timeouts.attempt, within: timeouts.call, "attempt", "call", into: &diagnostics)
        let operations = context.spec.resources.flatMap(\.operations).map(\.value)
        for rates in [context.spec.rates] + operations.map(\.rates) { check(rates, into: &diagnostics) }
    }

    /// A window that allows no more than a longer one, or no less than a shorter one, is never the one that counts.
    private func check(_ rates: [RateSpec], into diagnostics: inout DiagnosticCollector) {
        for rate in rates {
            if rate.limit.value < 1 { diagnostics.error(id, noRate, at: rate.limit.location) }
            if !(1...Self.longestWindow).contains(rate.window.value) {
                diagnostics.error(id, noWindow, at: rate.window.location)
            }
        }
        for (index, rate) in rates.enumerated() {
            let isIdle = rates.enumerated().contains { other, than in
                guard other != index else { return false }
                let isSame = than.limit.value == rate.limit.value && than.window.value == rate.window.value
                if isSame { return other < index }
                return than.limit.value <= rate.limit.value && than.window.value >= rate.window.value
            }
            if isIdle { diagnostics.error(id, idle, at: rate.window.location) }
        }
    }

    private func check(
        _ inner: Located<Int>?,
        within outer: Located<Int>?,
        _ name: String,
        _ outerName: String,
        into diagnostics: inout DiagnosticCollector
    ) {
        guard let inner, let outer, inner.value > outer.value else { return }
        diagnostics.error(id, longer(name, outerName), at: inner.location)
    }
}

// MARK: - Messages

extension TimeoutsRule {
    private var outside: String { "a time limit lies between 1ms and 1h; choose one between them" }

    private var noWindow: String {
        "a rate's window lasts from 1ms to 366 days; write such a duration, as in '60s' or '24h'"
    }

    private var idle: String {
        "another window of this rate is as long or longer and allows no more; leave this one out"
    }

    private var noRate: String { "a rate allows at least one request; write a positive number" }

    private func longer(_ name: String, _ outer: String) -> String {
        "'\(name)' is part of '\(outer)' and cannot last longer; shorten it"
    }
}
