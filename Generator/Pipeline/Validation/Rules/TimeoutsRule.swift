import SpecYAML

struct TimeoutsRule: LocalRule {
    let id = "timeouts"
    let summary = "Time limits are positive, and shorter ones fit into longer ones; so does the rate's window."
    private static let longest = 3_600_000

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        let timeouts = context.spec.timeouts
        for limit in [timeouts.connect, timeouts.attempt, timeouts.call].compactMap(\.self) {
            if !(1...Self.longest).contains(limit.value) { diagnostics.error(id, outside, at: limit.location) }
        }
        check(timeouts.connect, within: timeouts.attempt, "connect", "attempt", into: &diagnostics)
        check(timeouts.attempt, within: timeouts.call, "attempt", "call", into: &diagnostics)
        if let rate = context.spec.rate, rate.limit.value < 1 { diagnostics.error(id, noRate, at: rate.limit.location) }
        if let rate = context.spec.rate, rate.window.value < 1 {
            diagnostics.error(id, noWindow, at: rate.window.location)
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

    private var noWindow: String { "a rate's window lasts 1ms or longer; write such a duration, as in '60s'" }

    private var noRate: String { "a rate allows at least one request; write a positive number" }

    private func longer(_ name: String, _ outer: String) -> String {
        "'\(name)' is part of '\(outer)' and cannot last longer; shorten it"
    }
}
